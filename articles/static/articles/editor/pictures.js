/* Pictures in the words: a button that opens the dialog, the same dialog for a picture that is there already, and files
   that are dropped or pasted. paste.js leaves out what comes from elsewhere, and the server holds to it whatever we do. */
CKEDITOR.plugins.add("clinicpictures", {
  init(editor) {
    const OWN = /^\/pictures\/[0-9a-f]{32}\/$/;
    const escaped = (text) => CKEDITOR.tools.htmlEncodeAttr(text);
    const sourceOf = (image) => image.data("cke-saved-src") || image.getAttribute("src") || "";

    const insert = (picture) => {
      const below = picture.caption ? `<figcaption>${CKEDITOR.tools.htmlEncode(picture.caption)}</figcaption>` : "";
      const image = `<img alt="${escaped(picture.alt)}" height="${picture.height}" src="${picture.address}" width="${picture.width}" />`;
      editor.focus();
      editor.fire("saveSnapshot");
      editor.insertHtml(`<figure class="picture">${image}${below}</figure><p></p>`);
      editor.fire("saveSnapshot");
    };

    const change = (image, picture) => {
      const figure = image.getAscendant("figure");
      editor.fire("saveSnapshot");
      image.setAttributes({ alt: picture.alt, src: picture.address, width: picture.width, height: picture.height });
      image.data("cke-saved-src", picture.address);
      let caption = figure?.findOne("figcaption");
      if (figure && picture.caption) {
        if (!caption) {
          caption = new CKEDITOR.dom.element("figcaption");
          figure.append(caption);
        }
        if (caption.getText().trim() !== picture.caption) caption.setText(picture.caption);
      } else caption?.remove();
      editor.fire("saveSnapshot");
      editor.fire("change");
    };

    const chosenImage = () => {
      const element = editor.getSelection()?.getStartElement();
      if (element?.is("img")) return element;
      return element?.getAscendant("figure", true)?.findOne("img") ?? null;
    };
    const open = (image) => {
      const pictures = window.clinicPictures;
      if (!pictures) return;
      if (!image) return pictures.choose(insert);
      const address = sourceOf(image);
      const current = {
        address,
        thumbnail: address,
        width: image.getAttribute("width"),
        height: image.getAttribute("height"),
        alt: image.getAttribute("alt") ?? "",
        decorative: image.getAttribute("alt") === "",
        caption: image.getAscendant("figure")?.findOne("figcaption")?.getText().trim() ?? "",
      };
      return pictures.choose((picture) => change(image, picture), current);
    };

    editor.addCommand("clinicpicture", { exec: () => open(chosenImage()), async: true });
    editor.ui.addButton("clinicpicture", { label: editor.config.pictureLabel, command: "clinicpicture", toolbar: "insert" });
    editor.setKeystroke(CKEDITOR.CTRL + CKEDITOR.ALT + 80 /* P */, "clinicpicture");
    editor.on("doubleclick", (event) => {
      const { element } = event.data;
      if (!element.is("img") || !OWN.test(sourceOf(element))) return;
      event.stop();
      open(element);
    }, null, null, 1);

    const isPicture = (file) => file.type.startsWith("image/");
    const filesOf = (transfer) => {
      const files = [];
      for (let at = 0; at < (transfer?.getFilesCount?.() ?? 0); at += 1) files.push(transfer.getFile(at));
      return files.filter((file) => file && isPicture(file));
    };
    // A word processor brings a picture of its words beside them: then the words are what is meant.
    const hasWords = (html) => Boolean(html?.replace(/<!--.*?-->|<style.*?<\/style>|<[^>]*>|&nbsp;/gs, "").trim());

    editor.on("paste", (event) => {
      const files = filesOf(event.data.dataTransfer);
      if (!files.length || hasWords(event.data.dataTransfer.getData("text/html"))) return;
      event.cancel();
      window.clinicPictures?.takeIn(files, insert);
    }, null, null, -1);
  },
});
