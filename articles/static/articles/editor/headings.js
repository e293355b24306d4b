/* Small buttons of our own: three levels of heading (CKEditor's drop-down needs a frame; these do not), and a marker
   that cites a reference by its number. */
CKEDITOR.plugins.add("clinicheadings", {
  init(editor) {
    // Struck-out words go with their text, before CKEditor's filter would keep the text: "<s>50 mg</s> 5 mg" is 5 mg.
    const gone = () => false;
    const struckOut = new CKEDITOR.htmlParser.filter({ elements: { s: gone, strike: gone, del: gone } });
    editor.on("toHtml", (event) => struckOut.applyTo(event.data.dataValue), null, null, 5.5);

    for (const level of [2, 3, 4]) {
      const style = new CKEDITOR.style({ element: `h${level}` });
      const plain = new CKEDITOR.style({ element: "p" });
      const name = `heading${level}`;
      editor.addCommand(name, {
        exec(target) {
          const on = style.checkActive(target.elementPath(), target);
          target.applyStyle(on ? plain : style);
        },
      });
      editor.attachStyleStateChange(style, (state) => {
        if (!editor.readOnly) editor.getCommand(name).setState(state);
      });
      editor.ui.addButton(name, { label: editor.config.headingLabel.replace("%s", level), command: name, toolbar: "styles" });
      editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 48 + level, name);
    }

    editor.addCommand("cite", {
      exec(target) {
        // The page's dialog knows the list and the library; without it a number has to do.
        const asked = new CustomEvent("clinic:cite", { cancelable: true, detail: { editor: target } });
        if (!document.dispatchEvent(asked)) return;
        const cited = [...target.getData().matchAll(/#ref-(\d+)/g)].map((match) => Number(match[1]));
        const answer = window.prompt(target.config.citePrompt, String(Math.max(0, ...cited) + 1));
        const number = Number.parseInt(answer ?? "", 10);
        if (number >= 1 && number <= 999) {
          target.insertHtml(`<sup><a href="#ref-${number}">${number}</a></sup>`);
        }
      },
    });
    editor.ui.addButton("cite", { label: editor.config.citeLabel, command: "cite", toolbar: "links" });
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 82 /* R */, "cite");
  },
});
