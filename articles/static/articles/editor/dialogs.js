/* What CKEditor's dialogs lack for those who listen or use no mouse: a list of characters is a list down to its cells, and
   the help can be reached to be scrolled. */
"use strict";

CKEDITOR.on("instanceCreated", ({ editor }) => {
  editor.on("dialogShow", (event) => {
    const dialog = event.data.getElement().$;
    for (const part of dialog.querySelectorAll("table[role=listbox] :is(tbody, tr, td)")) part.setAttribute("role", "none");
    for (const help of dialog.querySelectorAll(".cke_accessibility_legend")) help.tabIndex = 0;
  });
});
