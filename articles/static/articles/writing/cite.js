/* The dialog behind the editor's button “Cite a reference”: from the list, or from the library into the list. */
"use strict";

(() => {
  const dialog = document.getElementById("cite-dialog");
  const references = window.clinicReferences;
  if (!dialog || !references || !dialog.showModal) return;
  const query = dialog.querySelector("input");
  const choices = dialog.querySelector("[data-choices]");
  const told = dialog.querySelector("[data-told]");
  let editor = null;
  let ranges = null;
  let asking = 0;

  document.addEventListener("clinic:cite", (event) => {
    event.preventDefault();
    editor = event.detail.editor;
    ranges = editor.getSelection()?.getRanges() ?? null;
    query.value = "";
    show();
    dialog.showModal();
    query.focus();
  });

  const fits = (each, words) => {
    const text = `${each.number} ${each.title} ${each.line}`.toLowerCase();
    return words.split(/\s+/).every((word) => text.includes(word));
  };

  const show = async () => {
    const words = query.value.trim().toLowerCase();
    const mine = (asking += 1);
    const all = references.listed();
    const exact = all.filter((each) => String(each.number) === words);
    const listed = exact.length ? exact : all.filter((each) => fits(each, words));
    choices.replaceChildren(...group(dialog.dataset.listed, listed.map(fromList)));
    told.textContent = listed.length || !words ? "" : dialog.dataset.nothing;
    if (words.length < 2) return;
    const keys = new Set(all.map((each) => each.key));
    const sources = (await references.search(words).catch(() => [])).filter((each) => !keys.has(each.key));
    if (mine !== asking) return;
    choices.append(...group(dialog.dataset.library, sources.map(fromLibrary)));
    told.textContent = listed.length || sources.length ? "" : dialog.dataset.nothing;
  };

  const group = (name, buttons) => {
    if (!buttons.length) return [];
    const heading = document.createElement("h3");
    heading.textContent = name;
    const list = document.createElement("ul");
    for (const button of buttons) {
      const line = document.createElement("li");
      line.append(button);
      list.append(line);
    }
    return [heading, list];
  };
  const button = (name, rest, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "picker-choice";
    const strong = document.createElement("strong");
    strong.textContent = name;
    const line = document.createElement("span");
    line.textContent = rest;
    made.append(strong, line);
    made.addEventListener("click", act);
    return made;
  };
  const fromList = (each) => button(`${each.number}. ${each.title}`, each.line, () => insert(each.key, each.number));
  const fromLibrary = (each) =>
    button(each.flag ? `! ${each.flag}: ${each.title}` : each.title, each.line, () => {
      references.add(each.values);
      const place = references.listed().find((row) => row.key === each.key);
      insert(each.key, place.number);
    });

  /* The number is the place in the list for now; the key says which source is meant, whatever becomes of the number. */
  const insert = (key, number) => {
    dialog.close();
    editor.focus();
    if (ranges?.length) editor.getSelection().selectRanges(ranges);
    const source = /^[0-9a-f]{10}$/.test(key) ? ` data-source="${key}"` : "";
    editor.insertHtml(`<sup><a href="#ref-${number}"${source}>${number}</a></sup>`);
  };

  let pause = 0;
  query.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 200);
  });
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    await show();
    choices.querySelector("button")?.click();
  });
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => editor?.focus());
})();
