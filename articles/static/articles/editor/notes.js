/* Says something under the editor, politely, until it is dismissed; and stops words that are too long to be saved
   before they leave the page, where nothing of them can be lost. */
CKEDITOR.plugins.add("clinicnotes", {
  init(editor) {
    const { mostCharacters, clinicNoteWords: words } = editor.config;
    const place = Object.assign(document.createElement("div"), { className: "editor-note" });
    place.setAttribute("role", "status"); // it is there from the start, so that what comes into it is read out

    editor.clinicNote = (text) => {
      const close = Object.assign(document.createElement("button"), { type: "button", textContent: words.dismiss, className: "button--secondary" });
      close.addEventListener("click", () => {
        place.replaceChildren();
        editor.focus();
      });
      place.replaceChildren(Object.assign(document.createElement("p"), { textContent: text }), close);
    };
    editor.on("instanceReady", () => editor.container.$.after(place));

    document.addEventListener("submit", (event) => {
      const isOurs = event.target === editor.element.$.form;
      const length = isOurs ? [...editor.getData()].length : 0;
      if (length <= mostCharacters) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      editor.clinicNote(words.tooLong.replace("%s", length.toLocaleString("en")));
      place.scrollIntoView({ block: "nearest" });
    }, { capture: true });
  },
});
