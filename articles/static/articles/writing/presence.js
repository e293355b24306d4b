/* Tells the server every 15 seconds that this draft is open here, and shows who else has it open. A change of people is
   said to a screen reader; the seconds that pass are not. */
(() => {
  const lines = document.getElementById("presence");
  const news = document.getElementById("presence-news");
  const form = document.getElementById("writing");
  if (!lines || !form) return;

  const EVERY = 15_000;
  let changedAt = null; // of the last change that is not saved
  let opened = true;
  let known = "";

  const token = () => form.elements.csrfmiddlewaretoken.value;
  const changed = () => {
    changedAt = Date.now();
  };
  form.addEventListener("input", changed);
  window.clinicWriting?.whenReady((editor) => editor.on("change", changed));

  const about = () => {
    const said = new FormData();
    said.set("csrfmiddlewaretoken", token());
    said.set("seen", form.elements.seen.value);
    if (changedAt) said.set("idle", String(Math.round((Date.now() - changedAt) / 1000)));
    if (opened) said.set("opened", "1");
    return said;
  };

  const show = (html) => {
    if (lines.contains(document.activeElement)) return; // nothing is taken away from under somebody's focus
    lines.innerHTML = html;
    const now = [...lines.querySelectorAll("[data-person], .presence__line--stop")];
    const who = now.map((line) => line.dataset.person ?? line.textContent).join();
    if (who !== known) news.textContent = now.map((line) => line.textContent.trim()).join(" ");
    known = who;
  };

  const send = async (address, said) => {
    try {
      const answer = await fetch(address, { method: "POST", body: said, redirect: "error" });
      if (answer.ok && answer.status !== 204) show(await answer.text());
      if (answer.ok) opened = false;
    } catch {
      // Away: whoever saves says so. The lines stay as they were.
    }
  };

  lines.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take-over]");
    if (!button) return;
    event.preventDefault();
    button.blur();
    send(`${button.formAction}?lines`, about());
  });
  window.addEventListener("pagehide", () => {
    const said = about();
    said.set("leave", "1");
    navigator.sendBeacon(lines.dataset.here, said);
  });
  const beat = () => document.visibilityState === "visible" && send(lines.dataset.here, about());
  document.addEventListener("visibilitychange", beat);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) opened = true;
    beat();
  });
  setInterval(beat, EVERY);
})();
