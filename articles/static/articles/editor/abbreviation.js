/* What an abbreviation stands for: <abbr title="…">, through a small window of two fields. */
CKEDITOR.plugins.add("clinicabbreviation", {
  init(editor) {
    const words = editor.config.clinicBlockWords;
    const field = (id, label, value, hint) => {
      const box = document.createElement("div");
      const input = Object.assign(document.createElement("input"), { id, type: "text", value, required: true, maxLength: 200 });
      box.className = "field";
      box.append(Object.assign(document.createElement("label"), { htmlFor: id, textContent: label }));
      if (hint) {
        const text = Object.assign(document.createElement("p"), { id: `${id}_hint`, className: "field__hint", textContent: hint });
        box.append(text);
        input.setAttribute("aria-describedby", text.id);
      }
      box.append(input);
      return box;
    };
    const button = (textContent, className, type) => Object.assign(document.createElement("button"), { textContent, className, type });

    const open = () => {
      const selection = editor.getSelection();
      const ranges = selection.getRanges();
      const found = editor.elementPath()?.contains("abbr") ?? null;
      const dialog = Object.assign(document.createElement("dialog"), { className: "editor-window" });
      const form = document.createElement("form");
      const problem = Object.assign(document.createElement("p"), { className: "field__error" });
      problem.setAttribute("role", "alert");
      dialog.setAttribute("aria-label", words.abbreviation);
      form.noValidate = true;
      form.append(
        Object.assign(document.createElement("h2"), { textContent: words.abbreviation }),
        problem,
        field("abbreviation_short", words.short, found ? found.getText() : selection.getSelectedText().trim()),
        field("abbreviation_meaning", words.meaning, found?.getAttribute("title") ?? "", words.meaning_hint),
      );
      const row = Object.assign(document.createElement("div"), { className: "button-row" });
      const drop = button(words.drop, "button--secondary", "button");
      const close = button(words.close, "button--secondary", "button");
      row.append(button(words.save, "", "submit"), ...(found ? [drop] : []), close);
      form.append(row);
      dialog.append(form);

      const done = (then) => {
        dialog.close();
        editor.focus();
        editor.getSelection().selectRanges(ranges);
        editor.fire("saveSnapshot");
        then?.();
        editor.fire("saveSnapshot");
      };
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        event.stopPropagation(); // it is not the article's form that is sent
        const [short, meaning] = [...form.querySelectorAll("input")].map((input) => input.value.trim());
        if (!(short && meaning)) {
          problem.textContent = words.missing;
          form.querySelectorAll("input")[short ? 1 : 0].focus();
          return;
        }
        done(() => {
          if (found) {
            found.setText(short);
            found.setAttribute("title", meaning);
          } else {
            const made = editor.document.createElement("abbr");
            made.setAttribute("title", meaning);
            made.setText(short);
            editor.insertElement(made);
          }
        });
      });
      drop.addEventListener("click", () => done(() => found.remove(true)));
      close.addEventListener("click", () => done());
      dialog.addEventListener("cancel", (event) => { event.preventDefault(); done(); });
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    };
    editor.addCommand("abbreviation", { exec: () => { open(); return false; }, canUndo: false, editorFocus: false });
    editor.ui.addButton("abbreviation", { label: words.abbreviation, command: "abbreviation", toolbar: "insert" });
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 65 /* A */, "abbreviation");
  },
});
