/* What the page's other scripts ask: the words as they are typed now, where they stand, and when they change.

   window.clinicWriting
     form          the form that posts everything
     words()       the words' HTML as it would be posted now
     root()        the element that holds the live words; null before CKEditor is there, and without it
     whenReady(f)  f(editor) once CKEditor is there
     onPause(f)    f() when the words were read first, and whenever somebody has paused after changing anything
     show(element) brings an element of the live words into sight and puts the cursor there */
"use strict";

(() => {
  const PAUSE = 350;
  const form = document.querySelector("[data-writing]");
  if (!form) return;
  const field = form.querySelector("textarea[name=body]");
  const ready = [];
  const listeners = [];
  let editor = null;
  let waiting = 0;

  const paused = () => listeners.forEach((listener) => listener());
  const changed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(paused, PAUSE);
  };

  window.clinicWriting = {
    form,
    words: () => (editor ? editor.getData() : field.value),
    root: () => editor?.editable()?.$ ?? null,
    whenReady: (listener) => (editor ? listener(editor) : ready.push(listener)),
    onPause: (listener) => {
      listeners.push(listener);
      listener();
    },
    show: (element) => {
      if (!editor || !element) return field.focus();
      const range = editor.createRange();
      range.moveToElementEditStart(new CKEDITOR.dom.element(element));
      editor.focus();
      editor.getSelection().selectRanges([range]);
      element.scrollIntoView({ block: "center" });
    },
  };

  form.addEventListener("input", changed);
  window.CKEDITOR?.on("instanceReady", (event) => {
    editor = event.editor;
    editor.on("change", changed);
    ready.splice(0).forEach((listener) => listener(editor));
    paused();
  });
})();
