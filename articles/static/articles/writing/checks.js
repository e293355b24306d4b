/* Checks the words as they are typed: after each pause they go to the server, which answers with the panel. A finding's
   words lead to where they stand. Without this script the panel shows what was found in the words as last saved. */
"use strict";

(() => {
  const panel = document.querySelector("[data-checks]");
  const writing = window.clinicWriting;
  if (!panel || !writing) return;
  const status = document.querySelector("[data-checks-status]");
  const sent = (name) => ["title", "summary", "interests"].includes(name) || name.startsWith("references-");
  let running = null;
  let last = null;

  const typed = () => {
    const data = new FormData();
    data.set("csrfmiddlewaretoken", writing.form.elements.csrfmiddlewaretoken.value);
    for (const [name, value] of new FormData(writing.form)) if (sent(name)) data.append(name, value);
    data.set("body", writing.words());
    return data;
  };
  const told = (data) => JSON.stringify([...data].slice(1));

  const check = async () => {
    const data = typed();
    if (told(data) === last) return;
    last = told(data);
    running?.abort();
    const mine = (running = new AbortController());
    panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(panel.dataset.checks, { method: "POST", body: data, signal: mine.signal });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      show(await answer.text());
    } catch (problem) {
      if (problem.name === "AbortError") return;
      last = null;
      status.textContent = panel.dataset.failed;
    }
    if (running === mine) panel.removeAttribute("aria-busy");
  };

  /* The new panel in place of the old one. What is open stays open, and the focus stays on the finding it was on. */
  const show = (html) => {
    const held = document.activeElement?.closest?.("[data-checks] .finding")?.id;
    const folded = new Map([...panel.querySelectorAll("[data-group]")].map((group) => [group.dataset.group, group.open]));
    panel.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    for (const group of panel.querySelectorAll("[data-group]"))
      if (folded.has(group.dataset.group)) group.open = folded.get(group.dataset.group);
    linked();
    if (held) (document.getElementById(held)?.querySelector("button") ?? panel.querySelector("button"))?.focus();
    const sum = panel.querySelector("[data-findings-sum]")?.textContent.replace(/\s+/g, " ").trim() ?? "";
    if (status.textContent !== sum) status.textContent = sum;
  };

  /* The words of each finding become a button that leads to them. */
  const linked = () => {
    for (const quote of panel.querySelectorAll("q[data-quote]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = quote.className;
      button.dataset.quote = "";
      button.textContent = quote.textContent;
      quote.replaceWith(button);
    }
  };

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  /* Where the nth place of some words begins and ends among the text nodes of the live words. White space counts as one
     space, and the end of a block as one too: the server reads the words so. */
  const place = (root, words, nth) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const chars = [];
    let text = "";
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const around = node.parentElement.closest("p,h2,h3,h4,li,td,th,dt,dd,figcaption,blockquote,caption,div,aside,section");
      if (block && around !== block && !text.endsWith(" ")) {
        text += " ";
        chars.push([node, 0]);
      }
      block = around;
      [...node.data].reduce((at, char) => {
        const space = /\s/.test(char);
        if (!(space && text.endsWith(" "))) {
          text += space ? " " : char;
          for (let unit = 0; unit < (space ? 1 : char.length); unit += 1) chars.push([node, at + unit]);
        }
        return at + char.length;
      }, 0);
    }
    const wanted = plain(words);
    let from = text.indexOf(wanted);
    for (let count = 0; count < nth && from >= 0; count += 1) {
      const next = text.indexOf(wanted, from + 1);
      if (next < 0) break;
      from = next;
    }
    if (from < 0 || !wanted) return null;
    return [chars[from], chars[from + wanted.length - 1]];
  };

  const jump = (finding, words) => {
    const { field, nth } = finding.dataset;
    const root = writing.root();
    if (field === "body" && root) {
      const found = place(root, words, Number(nth));
      if (!found) return;
      const [[start, from], [end, to]] = found;
      root.focus();
      const range = document.createRange();
      range.setStart(start, from);
      range.setEnd(end, to + 1);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      start.parentElement.scrollIntoView({ block: "center" });
      return;
    }
    const input = writing.form.elements[field];
    if (!input?.focus) return;
    window.clinicTabs?.reveal(input);
    input.focus();
    const from = input.value.indexOf(words);
    if (from >= 0 && input.setSelectionRange) input.setSelectionRange(from, from + words.length);
    input.scrollIntoView({ block: "center" });
  };

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-quote]");
    if (button) jump(button.closest(".finding"), button.textContent);
  });

  linked();
  writing.onPause(check);
})();
