/* The building blocks: a menu that inserts them, and keys to get out of one, before one, or rid of one.
   Names, help and markup come from articles/blocks.py. A native <dialog>, because CKEditor's own drop-downs need a frame. */
CKEDITOR.plugins.add("clinicblocks", {
  init(editor) {
    const { clinicBlocks: blocks, clinicBlockNames: names, clinicBlockWords: words } = editor.config;

    const nameOf = (element) => {
      const found = Object.keys(names).find((name) => element.hasClass(name));
      return found ? names[found] : element.is("figure") ? words.figure : "";
    };
    const enclosing = (start) => {
      const within = start ?? editor.elementPath()?.lastElement;
      return within?.getAscendant((node) => node.type === CKEDITOR.NODE_ELEMENT && nameOf(node) !== "", true) ?? null;
    };
    const isBlank = (element) => element.getText().replace(/[\s\u00a0\u200b]/g, "") === "" && !element.findOne("img, hr");
    const outermost = (element) => element.getParents(true).find((each) => editor.editable().equals(each.getParent()));

    const put = (element, atEnd) => {
      const range = editor.createRange();
      range.moveToPosition(element, atEnd ? CKEDITOR.POSITION_BEFORE_END : CKEDITOR.POSITION_AFTER_START);
      range.moveToElementEditablePosition(element, atEnd);
      range.select();
      element.scrollIntoView();
    };
    const paragraph = () => {
      const made = editor.document.createElement("p");
      made.appendBogus();
      return made;
    };
    const changing = (change) => {
      editor.focus();
      editor.fire("saveSnapshot");
      change();
      editor.fire("saveSnapshot");
    };
    const isParagraph = (node) => node?.type === CKEDITOR.NODE_ELEMENT && node.is("p");

    const leave = (block) => changing(() => {
      const next = block.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT);
      const there = isParagraph(next) ? next : paragraph();
      if (there !== next) there.insertAfter(block);
      put(there);
    });
    const goBefore = (block) => changing(() => {
      const made = paragraph();
      made.insertBefore(block);
      put(made);
    });
    const unwrap = (block) => changing(() => {
      const first = block.getFirst((node) => node.type === CKEDITOR.NODE_ELEMENT);
      for (const caption of block.find("figcaption").toArray()) caption.renameNode("p");
      block.remove(true);
      if (first) put(first);
    });
    const remove = (block) => changing(() => {
      const made = paragraph();
      made.replace(block);
      put(made);
    });

    const insert = (html) => changing(() => {
      const made = CKEDITOR.dom.element.createFromHtml(editor.dataProcessor.toHtml(html, { fixForBody: true }), editor.document);
      const range = editor.getSelection()?.getRanges()[0];
      const start = range && outermost(range.startPath().lastElement);
      const end = range && outermost(range.endPath().lastElement);
      const chosen = range && !range.collapsed && start && end && !made.is("table") ? between(start, end) : [];
      if (chosen.length > 0) {
        made.insertBefore(start);
        takeIn(made, chosen);
      } else if (end) {
        made.insertAfter(end);
        if (isParagraph(end) && isBlank(end)) end.remove();
      } else {
        editor.editable().append(made);
      }
      put(firstPlace(made));
    });
    // The whole paragraphs and lists that are selected, unless one of them is a block already.
    const between = (start, end) => {
      const chosen = [];
      for (let each = start; each; each = each.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT)) {
        chosen.push(each);
        if (each.equals(end)) return chosen.some((one) => nameOf(one) !== "" || one.is("table")) ? [] : chosen;
      }
      return [];
    };
    const takeIn = (made, chosen) => {
      const place = made.findOne("blockquote") ?? made;
      for (const empty of place.getChildren().toArray()) if (!/^h[2-4]$/.test(empty.getName?.() ?? "")) empty.remove();
      for (const each of chosen) place.append(each);
    };
    const firstPlace = (made) => made.find("caption, p, li").toArray().find(isBlank) ?? made.find("p, li, td").getItem(0) ?? made;

    editor.on("contentDom", () => editor.editable().addClass("prose")); // it looks as it will to readers

    // ---- Keys ----
    editor.on("key", (event) => {
      const enter = event.data.keyCode === 13;
      const backspace = event.data.keyCode === 8;
      const selection = editor.getSelection();
      const range = selection?.getRanges()[0];
      if (!(enter || backspace) || !range?.collapsed) return;
      const path = range.startPath();
      const block = enclosing(path.lastElement);
      const line = path.block ?? path.lastElement;
      if (enter && path.contains("caption")) {
        put(path.contains("table").findOne("th, td"));
      } else if (enter && block && path.contains("figcaption")) {
        leave(block);
      } else if (enter && block && isParagraph(line) && isBlank(line) && line.getPrevious() && isLast(line, block)) {
        const caption = block.findOne("figcaption");
        line.remove();
        if (caption) put(caption, true);
        else leave(block);
      } else if (backspace && block && isBlank(block)) {
        remove(block);
      } else {
        return;
      }
      event.cancel();
    }, null, null, 1);
    // Whether nothing of the block comes after the line, but perhaps the source of a quotation.
    const isLast = (line, block) => {
      for (let each = line; !each.equals(block); each = each.getParent()) {
        const after = each.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT && !node.is("figcaption"));
        if (after) return false;
      }
      return true;
    };
    const onTheBlock = (what) => ({ exec: () => { const block = enclosing(); if (block) what(block); return block !== null; } });
    editor.addCommand("leaveBlock", onTheBlock(leave));
    editor.addCommand("beforeBlock", onTheBlock(goBefore));
    editor.setKeystroke(CKEDITOR.CTRL + 13, "leaveBlock");
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.SHIFT + 13, "beforeBlock");

    // ---- The menu ----
    const make = (tag, properties, ...children) => {
      const made = Object.assign(document.createElement(tag), properties);
      made.append(...children);
      return made;
    };
    const open = () => {
      const ranges = editor.getSelection()?.getRanges() ?? [];
      const block = enclosing();
      const dialog = make("dialog", { className: "editor-window" });
      dialog.setAttribute("aria-label", words.insert);
      const done = (then) => {
        dialog.close();
        editor.focus();
        if (ranges.length > 0) editor.getSelection().selectRanges(ranges);
        then?.();
      };
      const button = (className, text, then, ...more) => {
        const made = make("button", { type: "button", className }, make("strong", { textContent: text }), ...more);
        made.addEventListener("click", () => done(then));
        return made;
      };
      if (block) {
        const here = make("section", { className: "editor-window__here" }, make("h2", { textContent: words.here.replace("%s", nameOf(block)) }));
        here.append(
          button("editor-window__item", words.leave, () => leave(block), make("kbd", { textContent: "Ctrl Enter" })),
          button("editor-window__item", words.before, () => goBefore(block), make("kbd", { textContent: "Ctrl Shift Enter" })),
          button("editor-window__item", words.unwrap, () => unwrap(block)),
          button("editor-window__item", words.remove, () => remove(block)),
        );
        dialog.append(here);
      }
      const list = make("ul", {});
      for (const each of blocks) {
        list.append(make("li", {}, button("editor-window__item", each.name, () => insert(each.html), make("span", { textContent: each.help }))));
      }
      dialog.append(make("h2", { textContent: words.insert }), list, button("editor-window__close", words.close));
      dialog.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        const all = [...dialog.querySelectorAll("button")];
        all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
        event.preventDefault();
      });
      dialog.addEventListener("cancel", (event) => { event.preventDefault(); done(); });
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    };
    editor.addCommand("blocks", { exec: () => { open(); return false; }, async: false, canUndo: false, editorFocus: false });
    editor.ui.addButton("blocks", { label: words.insert, command: "blocks", toolbar: "insert" });
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 66 /* B */, "blocks");
  },
});
