/* Lets the page's policy refuse every handler that stands in an attribute, CKEditor's own included.

   CKEditor 4 writes onclick="CKEDITOR.tools.callFunction(2,this);return false;" into its toolbar, menus and dialogs. A page
   that ran these would run every other one too, whoever wrote it. So they are renamed as CKEditor writes them, and bound
   again as listeners that can do nothing but what such an attribute says: call one of CKEditor's numbered functions.
   What stands in the words is never bound. Loaded after ckeditor.js, before it makes an editor. */
"use strict";

(() => {
  const EVENTS = ["blur", "click", "dragstart", "focus", "keydown", "load", "mousedown", "mouseout", "mouseover"];
  const WRITTEN = new RegExp(
    `\\son(${EVENTS.join("|")})="((?:return )?` +
      '(?:window\\.parent\\.)?CKEDITOR\\.tools\\.callFunction\\([^"]*' +
      '|return false;|this\\.style\\.cssText = this\\.style\\.cssText;)"',
    "g",
  );
  const CALL = /callFunction\(\s*(\d+)\s*((?:,\s*(?:event|this|\d+|'[^']*')\s*)*)\)/;
  const TOKENS = ["--surface", "--sunken", "--ink", "--muted", "--edge", "--line", "--focus", "--sans"];
  const BOUND = EVENTS.map((type) => `[data-cke-on${type}]`).join(",");
  const STYLE = /<style[^>]*>[^<]*<\/style>/g; // the help's own rules: they are in editor.css
  const tamed = (html) =>
    typeof html === "string" ? html.replace(WRITTEN, ' data-cke-on$1="$2"').replace(STYLE, "") : html;

  const value = (word, element, event) => {
    if (word === "event") return event;
    if (word === "this") return element;
    return word.startsWith("'") ? word.slice(1, -1) : Number(word);
  };

  const bind = (element, type) => {
    const text = element.getAttribute(`data-cke-on${type}`);
    element.removeAttribute(`data-cke-on${type}`);
    const call = CALL.exec(text);
    const words = call ? call[2].split(",").map((word) => word.trim()).filter(Boolean) : [];
    const target = type === "load" ? element.ownerDocument.defaultView : element;
    target.addEventListener(type, (event) => {
      const answer = call
        ? CKEDITOR.tools.callFunction(Number(call[1]), ...words.map((word) => value(word, element, event)))
        : undefined;
      if (text.includes("return false") || (text.startsWith("return ") && answer === false)) event.preventDefault();
    });
  };

  const bindAll = (root) => {
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(".cke_editable")) return;
    for (const element of [root, ...root.querySelectorAll(BOUND)]) {
      if (element.closest(".cke_editable")) continue;
      for (const type of EVENTS) if (element.hasAttribute(`data-cke-on${type}`)) bind(element, type);
    }
  };

  const watch = (page) => {
    bindAll(page.documentElement);
    new MutationObserver((changes) => {
      for (const change of changes) change.addedNodes.forEach(bindAll);
    }).observe(page, { childList: true, subtree: true });
  };

  const { template, dom } = CKEDITOR;
  const output = template.prototype.output;
  template.prototype.output = function (data, buffer) {
    const html = tamed(output.call(this, data));
    return buffer ? buffer.push(html) : html;
  };
  for (const name of ["setHtml", "appendHtml"]) {
    const original = dom.element.prototype[name];
    dom.element.prototype[name] = function (html) {
      return original.call(this, this.$.isContentEditable ? html : tamed(html));
    };
  }
  /* Menus stand in a frame of their own, which CKEditor writes: it gets the page's colours and our rules for menus. The
     id is the one by which CKEditor knows that its own colours are there already. */
  dom.document.prototype.write = function (html) {
    const dress = Object.values(CKEDITOR.instances)[0]?.config.menuCss ?? "";
    const link = `<link rel="stylesheet" id="cke_ui_color" href="${CKEDITOR.tools.htmlEncodeAttr(dress)}">`;
    this.$.open("text/html", "replace");
    this.$.write(tamed(html).replace("</head>", `${link}</head>`));
    const page = getComputedStyle(document.documentElement);
    for (const name of TOKENS) this.$.documentElement.style.setProperty(name, page.getPropertyValue(name));
    watch(this.$);
    this.$.close();
  };
  /* The rules CKEditor's plugins bring, as a sheet that is made, not written: the policy need not allow <style>. */
  dom.document.prototype.appendStyleText = function (rules) {
    const sheet = new this.$.defaultView.CSSStyleSheet();
    sheet.replaceSync(rules);
    this.$.adoptedStyleSheets.push(sheet);
    return { ownerNode: this.$.createElement("template") };
  };
  watch(document);
})();
