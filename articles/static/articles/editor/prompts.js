/* Says in grey what belongs into an empty place under a heading that articles start with. It is drawn by the stylesheet
   from an attribute that CKEditor never gives away, so it is in no words that are saved. */
CKEDITOR.plugins.add("clinicprompts", {
  init(editor) {
    const prompts = editor.config.clinicPrompts;
    const isBlank = (element) => element.textContent.replace(/[\s\u200b]/g, "") === "" && !element.querySelector("img");
    const show = () => {
      const root = editor.editable()?.$;
      for (const old of root?.querySelectorAll("[data-cke-prompt]") ?? []) if (!isBlank(old)) old.removeAttribute("data-cke-prompt");
      for (const heading of root?.querySelectorAll("h2") ?? []) {
        const prompt = prompts[heading.textContent.trim()];
        const next = heading.nextElementSibling;
        const place = next?.matches("ul, ol") ? next.querySelector("li") : next;
        if (prompt && place?.matches("p, li") && isBlank(place)) place.setAttribute("data-cke-prompt", prompt);
      }
    };
    editor.on("contentDom", show);
    editor.on("change", show);
  },
});
