/* Only the words: everything else on the page is hidden, and comes back by the same button or the same keys. */
"use strict";

(() => {
  const button = document.querySelector("[data-focus-mode]");
  if (!button) return;
  const set = (on) => {
    document.documentElement.classList.toggle("only-words", on);
    button.setAttribute("aria-pressed", String(on));
  };

  button.hidden = false;
  button.addEventListener("click", () => set(button.getAttribute("aria-pressed") !== "true"));
  window.clinicFocusMode = { leave: () => set(false) };
})();
