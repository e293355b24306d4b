/* The lead picture is chosen in the dialog; what was chosen goes into the fields, which say it all without a script. */
"use strict";

(() => {
  const frame = document.querySelector("[data-lead]");
  if (!frame || !window.clinicPictures) return;
  const preview = frame.querySelector("[data-lead-preview]") ?? Object.assign(new Image(320, 240), { alt: "", hidden: true });
  preview.dataset.leadPreview = "";
  frame.querySelector("legend").after(preview);
  const field = (name) => document.querySelector(`[name=lead_${name}]`);
  const fill = (picture) => {
    field("picture").value = picture.address;
    field("alt").value = picture.alt;
    field("decorative").checked = picture.decorative;
    field("caption").value = picture.caption;
    preview.hidden = !picture.thumbnail;
    if (picture.thumbnail) preview.src = picture.thumbnail;
    for (const name of ["picture", "alt", "decorative", "caption"]) {
      field(name).dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  frame.querySelector("[data-lead-buttons]").hidden = false;
  frame.querySelector("[data-lead-choose]").addEventListener("click", () => window.clinicPictures.choose(fill));
  frame.querySelector("[data-lead-remove]").addEventListener("click", () =>
    fill({ address: "", alt: "", caption: "", decorative: false, thumbnail: "" }),
  );
})();
