/* Says in grey what belongs into an empty place under a heading that articles start with. It is drawn by the stylesheet
   from an attribute that CKEditor never gives away, so it is in no words that are saved. */
CKEDITOR.plugins.add("clinicprompts", {
  init(editor) {
    const prompts = editor.config.clinicPrompts;
    const isBlank = (element) => element.textContent.replace(/[\s\u200b]/g, "") === "" && !element.querySelector("img");
    const show = () => {
      const root = editor.editable()?.$;
      const places = new Map();
      for (const heading of root?.querySelectorAll("h2") ?? []) {
        const next = heading.nextElementSibling;
        const place = next?.matches("ul, ol") ? next.querySelector("li") : next;
        const prompt = prompts[heading.textContent.trim()];
        if (prompt && place?.matches("p, li") && isBlank(place)) places.set(place, prompt);
      }
      for (const old of root?.querySelectorAll("[data-cke-prompt]") ?? []) if (!places.has(old)) old.removeAttribute("data-cke-prompt");
      for (const [place, prompt] of places) place.setAttribute("data-cke-prompt", prompt);
    };
    editor.on("contentDom", show);
    editor.on("change", show);
  },
});
