/* The reader's page in a frame over the editor: the form is posted into it as it is typed, so nothing has to be saved.
   Without this script the same button opens it in a new tab. */
"use strict";

(() => {
  const writing = window.clinicWriting;
  const dialog = document.querySelector("[data-preview]");
  const button = document.querySelector("[data-preview-open]");
  if (!writing || !dialog || !button || !dialog.showModal) return;
  const stage = dialog.querySelector(".preview__stage");
  const frame = dialog.querySelector("iframe");
  const state = dialog.querySelector(".preview__state");
  const chosen = (name) => dialog.querySelector(`[name=preview-${name}]:checked`);
  let asked = false;

  /* The device's own width, made as small as it has to be to fit; its height as far as there is room. */
  const fit = () => {
    const width = Number(chosen("width").value);
    const room = { width: stage.clientWidth, height: stage.clientHeight };
    if (!room.width || !room.height) return;
    const scale = Math.min(1, room.width / width);
    const height = Math.min(room.height / scale, width < 1000 ? Number(chosen("width").dataset.height) : Infinity);
    frame.style.inlineSize = `${width}px`;
    frame.style.blockSize = `${height}px`;
    frame.style.transform = `scale(${scale})`;
    frame.style.marginInlineStart = `${(room.width - width * scale) / 2}px`;
  };

  /* The reader's colours follow their device; here they follow the choice, whatever this device likes. */
  const paint = () => {
    const page = frame.contentDocument;
    if (!page?.documentElement) return;
    const dark = chosen("look").value === "dark";
    page.documentElement.style.colorScheme = dark ? "dark" : "light";
    for (const sheet of page.styleSheets) {
      for (const rule of sheet.cssRules) {
        const media = (rule.media && (rule.clinicMedia ??= rule.media.mediaText)) || "";
        if (!media.includes("prefers-color-scheme: dark")) continue;
        rule.media.mediaText = dark ? media.replace(/\s*and\s*\(prefers-color-scheme: dark\)/, "") : "not all";
      }
    }
  };

  const shown = () => {
    if (!asked) return;
    const page = frame.contentDocument;
    const whole = Boolean(page?.querySelector(".draft-strip"));
    state.textContent = whole ? state.dataset.shown : state.dataset.failed;
    frame.hidden = !whole;
    if (!whole) return;
    paint();
    fit();
    page.addEventListener("keydown", (event) => event.key === "Escape" && dialog.close());
    page.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault(); // another page would not show itself in a frame
      window.open(link.href, "_blank", "noopener");
    });
  };

  button.addEventListener("click", () => {
    asked = true;
    button.formTarget = frame.name;
    frame.hidden = false;
    state.textContent = state.dataset.loading;
    dialog.showModal();
    chosen("width").focus();
    fit();
  });
  frame.addEventListener("load", shown);
  dialog.addEventListener("change", () => {
    fit();
    paint();
  });
  if (innerWidth < 700) dialog.querySelector("[name=preview-width]").checked = true;
  if (matchMedia("(prefers-color-scheme: dark)").matches) dialog.querySelector("[value=dark]").checked = true;
  new ResizeObserver(fit).observe(stage);
})();
