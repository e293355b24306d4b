/* The moderators' queue by keyboard, without leaving the page; who else is looking, and what they decided.
   Everything here is also a button or a link, and works without this file. */
"use strict";

(() => {
  const queue = document.getElementById("queue");
  const sheet = document.getElementById("keys");
  const news = document.getElementById("desk-news");
  const EVERY = 15_000;
  const FRESH = 30_000;
  let busy = false; // an act is on its way: keys that are typed ahead wait for it
  const typedAhead = [];
  const decided = []; // numbers of the comments decided here, the last one last

  const cards = () => [...document.querySelectorAll("[data-card]")];
  const cardOf = (place) => place?.closest?.("[data-card]") ?? null;
  const here = () => cardOf(document.activeElement);
  const tell = (words) => {
    if (news) news.textContent = words;
  };
  const go = (card) => {
    if (!card) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  const step = (by) => {
    const all = cards();
    const at = all.indexOf(here());
    const next = at < 0 ? all[0] : all[at + by];
    if (next) go(next);
    else if (by > 0) document.getElementById("queue-more")?.focus();
  };
  const nextOpen = (card) => {
    const all = cards();
    return all.slice(all.indexOf(card) + 1).find((each) => !("decided" in each.dataset));
  };

  /* One act, answered with the card as it is now. */
  const act = async (form, button) => {
    const card = cardOf(form);
    busy = true;
    try {
      await sent(card, form, button);
    } finally {
      busy = false;
      while (!busy && typedAhead.length) run(typedAhead.shift());
    }
  };
  const sent = async (card, form, button) => {
    const said = new FormData(form, button);
    const undoes = said.get("outcome") === "restore";
    card.setAttribute("aria-busy", "true");
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body: said, headers: { "X-Desk-Part": "1" }, redirect: "error" });
    } catch {
      card.removeAttribute("aria-busy"); // away, or signed out: the page itself says so
      form.dataset.plain = "1";
      form.requestSubmit(button);
      return;
    }
    if (!(answer.headers.get("Content-Type") ?? "").startsWith("text/html") || (!answer.ok && ![409, 422].includes(answer.status))) {
      location.reload();
      return;
    }
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    const fresh = box.content.querySelector("[data-card]");
    if (!fresh) return location.reload();
    card.replaceWith(fresh);
    if ("decided" in fresh.dataset) {
      decided.push(fresh.dataset.card);
      fresh.querySelector(".undo")?.classList.add("undo--fresh");
      setTimeout(() => fresh.querySelector(".undo")?.classList.remove("undo--fresh"), FRESH);
      tell(fresh.querySelector("[role=status]").textContent.trim());
      const next = nextOpen(fresh);
      if (next) go(next);
      else (document.getElementById("queue-more") ?? fresh).focus();
    } else {
      if (undoes) decided.splice(decided.lastIndexOf(fresh.dataset.card), 1);
      go(fresh);
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!queue || !("decide" in form.dataset) || "plain" in form.dataset || !cardOf(form)) return;
    event.preventDefault();
    act(form, event.submitter);
  });

  /* ---- Keys -------------------------------------------------------------------------------------------------- */
  const USED = "clinic-desk-keys";
  const use = document.getElementById("keys-use");
  const used = () => localStorage.getItem(USED) !== "no";
  if (use) {
    use.checked = used();
    use.addEventListener("change", () => localStorage.setItem(USED, use.checked ? "yes" : "no"));
  }
  const opener = document.getElementById("keys-open");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", () => sheet.showModal());
  }

  const press = (key) => {
    if (key === "u") {
      const last = decided.at(-1);
      const place = last ? document.getElementById(`comment-${last}`) : document.querySelector(".undo");
      place?.querySelector("[data-key=u]")?.click();
      return;
    }
    const place = (here() ?? cards()[0])?.querySelector(`[data-key="${key}"]`);
    if (!place) return;
    const field = place.matches("summary") && place.parentElement;
    if (!field) return place.click();
    field.open = true;
    field.querySelector("input[type=radio], textarea")?.focus();
  };
  const run = (key) => {
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else press(key);
  };
  document.addEventListener("keydown", (event) => {
    if (!queue || event.ctrlKey || event.metaKey || event.altKey || event.repeat || sheet.open) return;
    if (event.key === "Escape" && here()) {
      const more = document.activeElement.closest(".card-acts__more[open]");
      if (more) more.open = false;
      if (more) go(here() ?? cardOf(more));
      return;
    }
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const key = event.key.toLowerCase();
    if (event.key === "?") sheet.showModal();
    else if (!used() || !"jkarseun".includes(key)) return;
    else if (busy) typedAhead.push(key);
    else run(key);
    event.preventDefault();
  });

  /* ---- The others ---------------------------------------------------------------------------------------------- */
  const live = async () => {
    const open = cards().filter((card) => !("decided" in card.dataset));
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (!token || !open.length || document.hidden) return;
    const said = new FormData();
    said.set("csrfmiddlewaretoken", token.value);
    said.set("seen", open.map((card) => `${card.dataset.card}:${card.dataset.version}`).join());
    said.set("looking", here()?.dataset.card ?? "");
    let heard;
    try {
      const answer = await fetch(queue.dataset.live, { method: "POST", body: said, redirect: "error" });
      if (!answer.ok) return;
      heard = await answer.json();
    } catch {
      return; // away: whoever decides hears of it
    }
    for (const card of open) {
      const line = card.querySelector("[data-looking]");
      const who = heard.looking[card.dataset.card] ?? "";
      if (line && line.textContent !== who) line.textContent = who;
      const what = heard.decided[card.dataset.card];
      if (!what || !card.isConnected || "faster" in card.dataset) continue;
      card.dataset.faster = "";
      card.classList.add("decision-card--decided");
      const said = document.createElement("p");
      said.className = "notice notice--warning";
      said.textContent = what;
      card.prepend(said); // nothing is taken away from under somebody's hands
      tell(what);
    }
  };
  if (queue) {
    setInterval(live, EVERY);
    let told;
    queue.addEventListener("focusin", (event) => {
      const card = cardOf(event.target)?.dataset.card;
      if (card === told) return;
      told = card;
      live();
    });
  }

  for (const button of document.querySelectorAll("[data-copies]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copies);
      field.select();
      await navigator.clipboard.writeText(field.value);
    });
  }
})();
