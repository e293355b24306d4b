/* The page's keys, and the sheet that lists them. A button with data-key="KeyX" is pressed by Alt+Shift+X. */
"use strict";

(() => {
  const writing = window.clinicWriting;
  const sheet = document.getElementById("shortcuts");
  if (!writing || !sheet) return;
  const opener = document.querySelector('[data-opens="shortcuts"]');
  const choice = sheet.querySelector("[data-question-mark]");
  const OFF = "writing-no-question-mark";
  const isOpen = () => document.querySelector("dialog[open], .cke_dialog_container:not([style*='display: none'])");
  const isField = (element) => element.isContentEditable || element.matches("input, textarea, select");

  const places = {
    KeyW: () => writing.whenReady((editor) => editor.focus()),
    KeyH: () => document.querySelector("[data-outline-list] button")?.focus(),
    KeyB: () => document.querySelector("[data-tabs] [aria-selected=true]")?.focus(),
  };

  const kept = (work) => {
    try {
      return work(localStorage);
    } catch {
      return null; // a browser that keeps nothing: the key works, and switching it off lasts as long as the page
    }
  };
  choice.checked = !kept((storage) => storage.getItem(OFF));
  choice.addEventListener("change", () =>
    kept((storage) => (choice.checked ? storage.removeItem(OFF) : storage.setItem(OFF, "1"))),
  );

  opener.hidden = false;
  opener.addEventListener("click", () => sheet.showModal());
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.querySelector("[data-closes]")?.addEventListener("click", () => dialog.close());
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || isOpen()) return;
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const own = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (control && event.key.toLowerCase() === "s") {
      event.preventDefault();
      document.querySelector("[data-key-save]")?.click();
    } else if (own && (places[event.code] || document.querySelector(`[data-key="${event.code}"]`))) {
      event.preventDefault();
      if (places[event.code]) {
        if (event.code !== "KeyW") window.clinicFocusMode?.leave();
        places[event.code]();
      } else document.querySelector(`[data-key="${event.code}"]`).click();
    } else if (event.key === "?" && choice.checked && !isField(event.target)) {
      event.preventDefault();
      sheet.showModal();
    }
  });
})();
