/* The dialog in which a picture is chosen from the library, or added to it, and described.

   window.clinicPictures
     choose(done, current)  opens it; done({address, width, height, thumbnail, alt, caption}) once somebody is content;
                            with `current` it opens on what is said about that picture already
     takeIn(files, done)    files that were dropped or pasted: each goes into the library, then is described */
"use strict";

(() => {
  const dialog = document.getElementById("picture-dialog");
  if (!dialog) return;
  const find = (what) => dialog.querySelector(what);
  const [choosing, describing] = ["choose", "describe"].map((step) => find(`[data-step=${step}]`));
  const [alt, decorative, caption] = ["words", "decorative", "caption"].map((name) => find(`#picture-dialog-${name}`));
  const file = find("input[type=file]");
  const library = find("[data-library]");
  const refusal = find("[data-refusal]");
  const told = find("[data-told]");
  let done = null;
  let chosen = null;
  let waiting = [];

  const refuse = (sentence) => {
    refusal.textContent = sentence;
    refusal.hidden = !sentence;
  };
  const show = (step) => {
    choosing.hidden = step !== choosing;
    describing.hidden = step !== describing;
  };
  const open = () => {
    refuse("");
    told.textContent = "";
    if (!dialog.open) dialog.showModal();
  };

  const search = async (page) => {
    const query = new URLSearchParams({ q: find("#picture-dialog-q").value, page });
    try {
      const answer = await fetch(`${dialog.dataset.choose}?${query}`);
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
      library.innerHTML = await answer.text();
    } catch {
      refuse(dialog.dataset.lost);
    }
  };

  const describe = (picture, said) => {
    chosen = picture;
    find("[data-chosen]").replaceChildren(Object.assign(new Image(320, 240), { alt: "", src: picture.thumbnail }));
    alt.value = said.alt ?? "";
    decorative.checked = said.decorative ?? false;
    caption.value = said.caption ?? "";
    show(describing);
    alt.focus();
  };

  const send = async (picture) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("pictures", picture, picture.name || "pasted");
    try {
      const answer = await fetch(dialog.dataset.upload, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (answer.headers.get("Content-Type")?.startsWith("application/json")) return await answer.json();
    } catch {
      /* told below: nothing came back */
    }
    return { refusal: dialog.dataset.lost };
  };

  const takeNext = async () => {
    const next = waiting.shift();
    if (!next) return;
    show(choosing);
    told.textContent = dialog.dataset.taking;
    file.disabled = true;
    const answer = await send(next);
    file.disabled = false;
    file.value = "";
    told.textContent = answer.refusal ? "" : dialog.dataset.taken;
    if (answer.refusal) {
      refuse(next.name ? `${next.name}: ${answer.refusal}` : answer.refusal);
      search(1);
    } else {
      refuse("");
      describe(answer, {});
    }
  };

  const choose = (whenDone, current) => {
    done = whenDone;
    open();
    if (current) return describe(current, current);
    show(choosing);
    find("#picture-dialog-q").focus();
    return search(1);
  };
  const takeIn = (files, whenDone) => {
    done = whenDone;
    waiting = [...files];
    open();
    takeNext();
  };
  window.clinicPictures = { choose, takeIn };

  library.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.page) {
      search(button.dataset.page).then(() => library.querySelector("button")?.focus());
      return;
    }
    const { address, thumbnail, width, height, credit, people } = button.dataset;
    const below = [people === "model" ? dialog.dataset.model : "", credit].filter(Boolean).join(" ");
    describe({ address, thumbnail, width, height }, { alt: button.dataset.alt, caption: below });
  });
  find("[data-search]").addEventListener("submit", (event) => {
    event.preventDefault();
    search(1);
  });
  file.addEventListener("change", () => {
    waiting = [...file.files];
    takeNext();
  });
  find("[data-back]").addEventListener("click", () => {
    show(choosing);
    search(1);
    find("#picture-dialog-q").focus();
  });
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  describing.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = alt.value.trim();
    if (!words && !decorative.checked) {
      refuse(dialog.dataset.undecided);
      alt.focus();
      return;
    }
    if (words && decorative.checked) {
      refuse(dialog.dataset.both);
      alt.focus();
      return;
    }
    const said = { ...chosen, alt: words, decorative: decorative.checked, caption: caption.value.trim() };
    const left = waiting.length;
    if (!left) dialog.close();
    done?.(said);
    if (left) takeNext();
  });
})();
