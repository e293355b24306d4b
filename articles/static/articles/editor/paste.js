/* Pasting: what other programs mean by their styles and headings becomes our elements, the rest is left out, and the
   editor says what. The server does the same again (articles/foreign.py, articles/removed.py); this only shows it at once. */
CKEDITOR.plugins.add("clinicpaste", {
  requires: "clinicnotes",
  init(editor) {
    const { clinicNoteWords: words } = editor.config;
    const isLinkable = (address) => /^(https?:\/\/|mailto:|tel:|sms:|\/(?![/\\])|#)/i.test(address.trim());
    const isOwnPicture = (address) => /^\/(?![/\\])/.test(address ?? "");
    const isStruck = (element) => element.matches("s, strike, del") || /line-through/.test(element.style.textDecoration + element.style.textDecorationLine);

    // The HTML of the clipboard in a document of its own: nothing in it runs and nothing is fetched.
    const tally = (html) => {
      const found = new DOMParser().parseFromString(html, "text/html");
      const all = [...found.querySelectorAll("*")];
      const count = (test) => all.filter(test).length;
      return {
        script: count((each) => each.matches("script")) + count((each) => [...each.attributes].some(({ name }) => name.startsWith("on"))),
        frame: count((each) => each.matches("iframe, frame, object, embed, video, audio")),
        field: count((each) => each.matches("input, select, textarea, button")),
        struck: count(isStruck),
        picture: count((each) => each.matches("img") && !isOwnPicture(each.getAttribute("src"))),
        drawing: count((each) => each.matches("svg, math")),
        link: count((each) => each.matches("a[href]") && !isLinkable(each.getAttribute("href"))),
        style: count((each) => each.matches("style, font, [style], [color], [align], [bgcolor]")),
      };
    };
    const told = (counts) => Object.entries(words.kinds)
      .filter(([kind]) => counts[kind] > 0)
      .map(([kind, [one, many]]) => (counts[kind] === 1 ? one : many).replace("%s", counts[kind]));

    // Headings keep their order, from our highest level on: a page's own title stands above the words.
    const levelled = (root) => {
      const headings = [...root.querySelectorAll("h1, h2, h3, h4, h5, h6")];
      const used = [...new Set(headings.map((each) => each.tagName))].sort();
      if (used.every((name) => ["H2", "H3", "H4"].includes(name))) return;
      for (const each of headings) rename(each, `h${Math.min(4, 2 + used.indexOf(each.tagName))}`);
    };
    const rename = (element, name) => {
      const made = element.ownerDocument.createElement(name);
      made.append(...element.childNodes);
      element.replaceWith(made);
      return made;
    };
    const wrapContent = (element, name) => {
      const made = element.ownerDocument.createElement(name);
      made.append(...element.childNodes);
      element.append(made);
    };
    const BLOCKS = "p, div, ul, ol, li, table, h1, h2, h3, h4, h5, h6, blockquote";
    const meant = (root) => {
      for (const each of root.querySelectorAll("img")) if (!isOwnPicture(each.getAttribute("src"))) each.remove();
      for (const each of [...root.querySelectorAll("s, strike, del, [style]")]) if (isStruck(each)) each.remove();
      for (const each of [...root.querySelectorAll("a")]) if (!isLinkable(each.getAttribute("href") ?? "")) each.replaceWith(...each.childNodes);
      for (const each of [...root.querySelectorAll("b, strong, i, em")]) {
        const isPlain = /^(normal|400)$/.test(each.style.fontWeight) || each.style.fontStyle === "normal";
        if (isPlain || each.querySelector(BLOCKS)) each.replaceWith(...each.childNodes);
        else if (each.matches("b, i")) rename(each, each.matches("b") ? "strong" : "em");
      }
      for (const each of [...root.querySelectorAll("span[style], font[style]")]) {
        const { verticalAlign, fontWeight, fontStyle } = each.style;
        if (each.querySelector(BLOCKS)) continue;
        if (["super", "sub"].includes(verticalAlign)) wrapContent(each, verticalAlign === "super" ? "sup" : "sub");
        if (!each.closest("h1, h2, h3, h4, h5, h6")) {
          if (fontWeight === "bold" || Number(fontWeight) >= 600) wrapContent(each, "strong");
          if (fontStyle === "italic") wrapContent(each, "em");
        }
      }
      for (const each of [...root.querySelectorAll("div")].reverse()) {
        if ([...each.classList].some((name) => name in editor.config.clinicBlockNames)) continue;
        if (each.querySelector(BLOCKS)) each.replaceWith(...each.childNodes);
        else rename(each, "p");
      }
      for (const each of root.querySelectorAll("li > p:only-child, td > p:only-child, th > p:only-child")) each.replaceWith(...each.childNodes);
    };

    // Word has no lists on the clipboard, but paragraphs that know the level of their list, each with its mark as text.
    const listed = (root) => {
      const levelOf = (each) => Number(/mso-list:\s*\w+\s+level(\d+)/i.exec(each.getAttribute("style") ?? "")?.[1] ?? 0);
      const open = []; // the lists that are open, the outermost first
      for (const each of [...root.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
        const level = each.matches("p") ? levelOf(each) : 0;
        if (level === 0 || (open.length > 0 && each.previousElementSibling !== open[0].list)) open.length = 0;
        if (level === 0) continue;
        const mark = [...each.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""));
        const text = mark?.textContent.trim() ?? "";
        mark?.remove();
        while (open.length > 0 && open.at(-1).level > level) open.pop();
        if ((open.at(-1)?.level ?? 0) < level) {
          const list = each.ownerDocument.createElement(/^\(?(\d+|[a-z]|[ivx]+)[.)]/i.test(text) ? "ol" : "ul");
          if (Number.parseInt(text, 10) > 1) list.setAttribute("start", String(Number.parseInt(text, 10)));
          if (open.length === 0) each.before(list);
          else (open.at(-1).list.lastElementChild ?? open.at(-1).list).append(list);
          open.push({ list, level });
        }
        const item = each.ownerDocument.createElement("li");
        item.append(...each.childNodes);
        open.at(-1).list.append(item);
        each.remove();
      }
    };

    let noticed = "";
    editor.on("paste", (event) => {
      const transfer = event.data.dataTransfer;
      const isForeign = transfer.getTransferType(editor) === CKEDITOR.DATA_TRANSFER_EXTERNAL;
      const html = isForeign ? transfer.getData("text/html", true) : "";
      noticed = html ? told(tally(html)).join(", ") : "";
    }, null, null, 0);
    // Before the filter that leaves out what is not allowed.
    editor.on("paste", (event) => {
      if (event.data.type === "text" || event.data.dataTransfer.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL) return;
      const pasted = new DOMParser().parseFromString(event.data.dataValue, "text/html");
      listed(pasted.body);
      levelled(pasted.body);
      meant(pasted.body);
      event.data.dataValue = pasted.body.innerHTML;
    }, null, null, 3.5);
    editor.on("afterPaste", () => {
      if (noticed) editor.clinicNote(words.pasted.replace("%s", noticed));
      noticed = "";
    });
  },
});
