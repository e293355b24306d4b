/* While somebody types, the preview follows. Without this the button under the form shows it. */
"use strict";

(() => {
  const place = document.querySelector("[data-preview-of]");
  const form = document.getElementById(place.dataset.previewOf);
  let waiting, latest = 0;

  const typed = () => {
    const words = new FormData(form);
    [...words].forEach(([name, value]) => value instanceof File && words.delete(name));
    words.set("show", "preview");
    return words;
  };

  // The new colours first, then what is painted in them.
  const loaded = (link) => new Promise((done) => {
    if ([...document.head.querySelectorAll("link")].some((each) => each.href === link.href)) return done();
    link.onload = link.onerror = done;
    document.head.append(link);
  });

  const show = async () => {
    const mine = ++latest;
    const answer = await fetch(form.action, { method: "POST", body: typed(), headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const link = made.content.querySelector("link");
    await loaded(Object.assign(document.createElement("link"), { rel: "stylesheet", href: link.href }));
    link.remove();
    if (mine !== latest) return;
    const open = [...place.querySelectorAll("details")].map((each) => each.open);
    place.replaceChildren(made.content);
    place.querySelectorAll("details").forEach((each, number) => (each.open = open[number] ?? each.open));
  };

  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 300);
  });
})();
