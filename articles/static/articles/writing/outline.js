/* The headings of the live words, to jump to. The one the cursor stands under is marked; a skipped level is named. */
"use strict";

(() => {
  const writing = window.clinicWriting;
  const nav = document.querySelector("[data-outline]");
  if (!writing || !nav) return;
  const list = nav.querySelector("[data-outline-list]");
  const empty = nav.querySelector("[data-outline-empty]");
  let headings = [];

  const entry = (heading, before) => {
    const level = Number(heading.tagName[1]);
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = `outline__entry outline__entry--${level}`;
    button.textContent = heading.textContent.trim() || "…";
    button.addEventListener("click", () => writing.show(heading));
    item.append(button);
    if (level > before + 1) {
      const note = document.createElement("span");
      note.className = "outline__note";
      note.textContent = list.dataset.skips;
      item.append(" ", note);
    }
    return item;
  };

  const signature = (found) => found.map((heading) => heading.tagName + heading.textContent).join("\n");
  let drawn = null;

  const draw = () => {
    const root = writing.root();
    if (!root) return;
    nav.hidden = false;
    headings = [...root.querySelectorAll("h2, h3, h4")];
    const now = signature(headings);
    if (now !== drawn || headings.length !== list.children.length) {
      drawn = now;
      // a button that has the focus keeps it when the list is drawn again
      const at = [...list.querySelectorAll("button")].indexOf(document.activeElement);
      list.replaceChildren(
        ...headings.map((heading, index) => entry(heading, index ? Number(headings[index - 1].tagName[1]) : 1)),
      );
      if (at >= 0) list.querySelectorAll("button")[Math.min(at, headings.length - 1)]?.focus();
      empty.hidden = headings.length > 0;
    }
    mark();
  };

  const mark = () => {
    const start = writing.root()?.contains(document.activeElement) ? getSelection()?.anchorNode : null;
    const buttons = list.querySelectorAll("button");
    if (!start) return;
    const passed = headings.filter(
      (heading) => heading.contains(start) || heading.compareDocumentPosition(start) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    buttons.forEach((button, index) => {
      if (index === passed.length - 1) button.setAttribute("aria-current", "location");
      else button.removeAttribute("aria-current");
    });
  };

  writing.onPause(draw);
  document.addEventListener("selectionchange", mark);
})();
