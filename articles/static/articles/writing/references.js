/* The list of references while it is written: add by paste, choose from the library, see each row by its title.

   window.clinicReferences
     listed()        every row that says something: {key, number, title, line, row}
     add(values)     a row with these values at the end of the list, or the one that is there already: {row, known}
     search(words)   what the library has: a promise of [{key, title, line, values}] */
"use strict";

(() => {
  const panel = document.querySelector("[data-references]");
  if (!panel) return;
  const said = panel.dataset;
  const rows = panel.querySelector("[data-rows]");
  const pasted = panel.querySelector("#id_pasted");
  const found = panel.querySelector("[data-found]");
  const total = panel.querySelector("[name$=-TOTAL_FORMS]");
  const empty = panel.querySelector("[data-empty-row]");
  const field = (row, name) => row.querySelector(`[name$="-${name}"]`);
  const value = (row, name) => field(row, name)?.value.trim() ?? "";
  const everyRow = () => [...rows.querySelectorAll("[data-row]")];
  const gone = (row) => field(row, "DELETE")?.checked;
  const says = (row) => ["title", "doi", "pmid", "url"].some((name) => value(row, name));
  const newKey = () =>
    [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  const describe = (row) => {
    const name = value(row, "title") || value(row, "doi") || value(row, "pmid") || value(row, "url");
    const rest = [value(row, "container"), value(row, "year")].filter(Boolean).join(", ");
    return { title: name || said.untitled, line: [value(row, "authors"), rest].filter(Boolean).join(" · ") };
  };
  const named = (row) => {
    row.querySelector("[data-row-title]").textContent = says(row) ? describe(row).title : said.untitled;
    row.classList.toggle("reference-row--gone", Boolean(gone(row)));
  };

  const listed = () =>
    everyRow()
      .filter((row) => says(row) && !gone(row))
      .map((row, at) => ({ key: value(row, "source"), number: at + 1, row, ...describe(row) }));

  const known = (values) =>
    everyRow().find(
      (row) =>
        !gone(row) &&
        ((values.source && value(row, "source") === values.source) ||
          (values.doi && value(row, "doi").toLowerCase() === values.doi.toLowerCase()) ||
          (values.pmid && value(row, "pmid") === values.pmid)),
    );

  const fresh = () => {
    const free = everyRow().find((row) => !says(row) && !gone(row));
    if (free) return free;
    const box = document.createElement("div");
    box.innerHTML = empty.innerHTML.replaceAll("__prefix__", total.value);
    total.value = String(Number(total.value) + 1);
    const row = box.firstElementChild;
    rows.append(row);
    return row;
  };

  const add = (values) => {
    const there = known(values);
    if (there) return { row: there, known: true };
    const row = fresh();
    for (const [name, text] of Object.entries(values)) {
      const input = field(row, name);
      if (input && text !== null) input.value = text;
    }
    field(row, "source").value = values.source || newKey();
    const order = field(row, "ORDER");
    if (order) order.value = String(everyRow().filter(says).length);
    named(row);
    row.querySelector("details").open = !values.title;
    row.dispatchEvent(new Event("input", { bubbles: true }));
    return { row, known: false };
  };

  const item = (strong, text) => {
    const line = document.createElement("li");
    const name = document.createElement("strong");
    name.textContent = strong;
    line.append(name, ` ${text}`);
    return line;
  };
  const tell = (...lines) => {
    const list = document.createElement("ul");
    list.append(...lines);
    found.replaceChildren(list);
  };

  const readPasted = async () => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("text", pasted.value);
    try {
      const answer = await fetch(said.read, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (answer.redirected || ![200, 422].includes(answer.status)) throw new Error(answer.statusText);
      const read = await answer.json();
      if (read.problem) return tell(item("", read.problem));
      tell(...read.entries.map(taken));
      pasted.value = read.left;
      pasted.dispatchEvent(new Event("input", { bubbles: true }));
    } catch {
      tell(item("", said.lost));
    }
  };
  const taken = (entry) => {
    if (entry.problems.length) return item(`${entry.told}:`, entry.problems.join(" "));
    const done = add(entry.values);
    if (done.known) return item(`${entry.told}:`, said.here);
    if (entry.lookup) await_answer(entry.lookup, done.row);
    const left = entry.missing.length ? ` (${said.missing} ${entry.missing.join(", ")})` : "";
    return item(`${entry.told}:`, `${said.added}${left}${entry.lookup ? `, ${said.asked}` : ""}`);
  };

  // What Crossref answers goes into empty fields only: nothing that somebody typed is overwritten.
  const await_answer = async (lookup, row) => {
    for (let attempt = 0; attempt < 15; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const answer = await fetch(`${said.lookups}?id=${lookup}`).catch(() => null);
      const told = answer?.ok && !answer.redirected ? await answer.json() : null;
      if (!told || told.state === "waiting") continue;
      for (const [name, text] of Object.entries(told.values ?? {})) {
        const input = field(row, name);
        if (input && text && (!input.value.trim() || name === "kind") && name !== "source") input.value = text;
      }
      named(row);
      row.dispatchEvent(new Event("input", { bubbles: true }));
      return tell(item(`${describe(row).title}:`, told.state === "found" ? said.answered : told.problem));
    }
  };

  const search = async (words) => {
    const answer = await fetch(`${said.find}?${new URLSearchParams({ q: words })}`);
    if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
    return (await answer.json()).sources;
  };

  const picker = panel.querySelector("[data-picker]");
  const results = panel.querySelector("[data-results]");
  let asking = 0;
  const pick = async () => {
    const words = panel.querySelector("[data-library]").value;
    const mine = (asking += 1);
    try {
      const sources = await search(words);
      if (mine !== asking) return;
      results.replaceChildren(...sources.map(choice));
      if (!sources.length) results.append(item("", said.nothing));
    } catch {
      results.replaceChildren(item("", said.lost));
    }
  };
  const choice = (source) => {
    const line = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "picker-choice";
    const name = document.createElement("strong");
    name.textContent = source.flag ? `! ${source.flag}: ${source.title}` : source.title;
    const rest = document.createElement("span");
    rest.textContent = source.line;
    button.append(name, rest);
    button.addEventListener("click", () => {
      const done = add(source.values);
      tell(item(`${source.title}:`, done.known ? said.here : said.added));
    });
    line.append(button);
    return line;
  };

  window.clinicReferences = { listed, add, search };
  picker.hidden = false;
  picker.addEventListener("toggle", () => picker.open && pick());
  let pause = 0;
  panel.querySelector("[data-library]").addEventListener("input", (event) => {
    event.stopPropagation(); // searching changes nothing that could be lost
    clearTimeout(pause);
    pause = setTimeout(pick, 250);
  });
  panel.querySelector("[data-library]").addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  const button = panel.querySelector("[data-add-pasted]");
  button.type = "button"; // Enter in a field saves the article; it must not come here
  button.addEventListener("click", readPasted);
  rows.addEventListener("input", (event) => named(event.target.closest("[data-row]")));
  rows.addEventListener("change", (event) => named(event.target.closest("[data-row]")));
})();
