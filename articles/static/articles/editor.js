/* Tell CKEditor where its parts are before it looks for them, and warn before words that are not saved are left. */
(() => {
  window.addEventListener("beforeunload", (event) => {
    const editors = Object.values(window.CKEDITOR?.instances ?? {});
    if (!window.clinicSaving && editors.some((editor) => editor.checkDirty())) event.preventDefault();
  });
  document.addEventListener("submit", (event) => {
    if (!event.submitter?.formTarget) window.clinicSaving = true; // a preview goes elsewhere, and saves nothing
  });
})();
