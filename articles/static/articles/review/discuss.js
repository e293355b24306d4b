/* Choose words in the article, with a mouse, a finger or the keyboard, and open a thread on them. Without this script the
   form asks for the section and the exact words; nothing here changes the words themselves. */
(() => {
  // The same white space as in articles/anchors.py: positions count characters without it, from the title on.
  const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
  const sheet = document.querySelector("#words");
  const panel = document.querySelector("[data-discussion]");
  if (!sheet || !panel) return;
  const roots = [".article__head h1", ".article__head .lede", ".prose"].map((name) => sheet.querySelector(name));
  const prose = roots[2];
  if (roots.some((root) => !root)) return;

  const texts = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
  }

  /** Calls back with each character that is no white space: its number, its text node, and its offset there. */
  function eachCharacter(tell) {
    let number = 0;
    for (const node of texts) {
      let offset = 0;
      for (const character of node.data) {
        if (!SPACE.test(character) && tell(number++, node, offset, character.length) === false) return;
        offset += character.length;
      }
    }
  }

  function positionOf(range) {
    let found = null;
    eachCharacter((number, node, offset, length) => {
      if (range.comparePoint(node, offset + length) === 1) return false;
      if (range.comparePoint(node, offset) === 0 && range.comparePoint(node, offset + length) === 0) {
        found = number;
        return false;
      }
      return true;
    });
    return found;
  }

  function rangeOf(start, end) {
    const range = new Range();
    let whole = false;
    eachCharacter((number, node, offset, length) => {
      if (number === start) range.setStart(node, offset);
      if (number === end - 1) range.setEnd(node, offset + length);
      whole = number >= end - 1;
      return !whole;
    });
    return whole && !range.collapsed ? range : null;
  }

  // ---- The places of the threads: marked in the words where the browser can, without changing them ----
  const links = [...panel.querySelectorAll("a[data-start]")];
  const ranges = links.map((link) => rangeOf(Number(link.dataset.start), Number(link.dataset.end)));
  const paint = (name, list) => window.CSS?.highlights?.set(name, new Highlight(...list.filter(Boolean)));
  const isOpen = (link) => !link.closest(".threads-resolved");
  paint("threads", ranges.filter((_range, index) => isOpen(links[index])));

  links.forEach((link, index) => {
    const range = ranges[index];
    if (!range) return;
    link.addEventListener("click", () => setTimeout(() => { // after the link itself, so that Back leads here again
      const block = range.startContainer.parentElement.closest("p, li, td, th, h1, h2, h3, h4, blockquote, dd, dt");
      block.tabIndex = -1;
      block.focus({ preventScroll: true });
      scrollTo({ top: scrollY + range.getBoundingClientRect().top - innerHeight / 3 });
      paint("thread-here", [range]);
    }));
  });

  // ---- Choosing words: a button near them fills the form ----
  const form = panel.querySelector(".thread-new form");
  if (!form) return;
  const template = panel.querySelector("template[data-tools]");
  const tools = template.content.cloneNode(true);
  const button = tools.querySelector("[data-discuss]");
  const keyboard = tools.querySelector("[data-keyboard]");
  const told = tools.querySelector("[role=status]");
  const words = told.dataset;
  sheet.after(button);
  form.before(tools.querySelector(".thread-keys"));
  panel.append(told);
  const say = (text) => { told.textContent = text; };

  function chosen() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const inside = roots.some((root) => root.contains(range.startContainer)) && sheet.contains(range.endContainer);
    return inside && selection.toString().trim() ? range : null;
  }

  function showButton() {
    const range = chosen();
    button.hidden = !range;
    if (!range) return;
    if (!button.offsetParent) return; // on a small screen it stands at the foot
    const box = range.getBoundingClientRect();
    const around = button.offsetParent.getBoundingClientRect();
    const left = Math.min(Math.max(0, box.left - around.left), around.width - button.offsetWidth);
    button.style.setProperty("--left", `${left}px`);
    button.style.setProperty("--top", `${box.bottom - around.top + 8}px`);
  }

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    if (document.activeElement !== button) waiting = setTimeout(showButton, 120);
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay chosen

  function discuss() {
    const range = chosen();
    if (!range) return;
    const headings = [...prose.querySelectorAll("h2[id], h3[id], h4[id]")];
    const before = headings.filter((heading) => range.comparePoint(heading, 0) <= 0);
    form.elements.quote.value = getSelection().toString();
    form.elements.section.value = before.at(-1)?.id ?? "";
    form.elements.position.value = positionOf(range) ?? "";
    paint("thread-here", [range.cloneRange()]);
    button.hidden = true;
    stopKeyboard();
    form.closest("details").open = true;
    form.elements.text.focus();
    form.elements.text.scrollIntoView({ block: "center" });
    say(words.filled);
  }
  button.addEventListener("click", discuss);
  form.elements.quote.addEventListener("input", () => { form.elements.position.value = ""; });
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.shiftKey && event.code === "KeyD" && chosen()) {
      event.preventDefault();
      discuss();
    }
  });

  // ---- Choosing with the keyboard: block by block, then word by word ----
  const blocks = [...sheet.querySelectorAll(".article__head h1, .article__head .lede, .prose :is(p, li, h2, h3, h4, td, th, dt, dd)")]
    .filter((block) => block.textContent.trim());
  let at = null; // the block, and its first and last chosen word

  function wordsOf(block) {
    const inside = texts.filter((node) => block.contains(node));
    const starts = [];
    let all = "";
    for (const node of inside) { starts.push(all.length); all += node.data; }
    const point = (offset, isEnd) => {
      let index = starts.findLastIndex((start) => (isEnd ? start < offset : start <= offset));
      index = Math.max(0, index);
      return [inside[index], offset - starts[index]];
    };
    return [...all.matchAll(/\S+/gu)].map((match) => [point(match.index), point(match.index + match[0].length, true)]);
  }

  function choose() {
    const list = wordsOf(blocks[at.block]);
    at.first = Math.min(Math.max(0, at.first), list.length - 1);
    at.last = Math.min(Math.max(at.first, at.last), list.length - 1);
    const [[startNode, start]] = list[at.first];
    const [, [endNode, end]] = list[at.last];
    getSelection().setBaseAndExtent(startNode, start, endNode, end);
    blocks[at.block].scrollIntoView({ block: "nearest" });
    say(getSelection().toString());
  }

  function toBlock(index) {
    at = { block: Math.min(Math.max(0, index), blocks.length - 1), first: 0, last: Infinity };
    choose();
  }

  function stopKeyboard() {
    if (!at) return;
    at = null;
    sheet.removeAttribute("tabindex");
    sheet.classList.remove("sheet--choosing");
  }

  keyboard.addEventListener("click", () => {
    sheet.tabIndex = 0;
    sheet.classList.add("sheet--choosing");
    sheet.focus({ preventScroll: true });
    const heading = getSelection().anchorNode;
    const here = blocks.findIndex((block) => heading && block.contains(heading));
    toBlock(Math.max(0, here));
  });
  sheet.addEventListener("keydown", (event) => {
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.target !== sheet) return;
    const moves = {
      ArrowDown: () => toBlock(at.block + 1),
      ArrowUp: () => toBlock(at.block - 1),
      ArrowRight: () => { at[event.shiftKey ? "last" : "first"] += 1; at.last = Math.max(at.first, at.last); choose(); },
      ArrowLeft: () => { at[event.shiftKey ? "last" : "first"] -= 1; at.last = Math.max(at.first, at.last); choose(); },
      Enter: discuss,
      Escape: () => { stopKeyboard(); getSelection().removeAllRanges(); keyboard.focus(); },
    };
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  });
})();
