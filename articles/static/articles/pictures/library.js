/* Pictures that are chosen, dropped on the page or pasted go in one after the other; each is told as it comes. Without
   this the form still takes five at once. */
(() => {
  const form = document.querySelector("[data-upload]");
  if (!form) return;
  const status = form.querySelector("[data-status]");
  const results = form.querySelector("[data-results]");
  const field = form.querySelector("input[type=file]");
  form.querySelector("[data-drop-hint]").hidden = false;

  const send = async (file) => {
    const data = new FormData();
    data.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
    data.append("pictures", file, file.name || "pasted");
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (answer.headers.get("Content-Type")?.startsWith("application/json")) return await answer.json();
    } catch {
      /* told below: nothing came back */
    }
    return { refusal: form.dataset.failed };
  };

  const tell = (file, answer) => {
    const item = document.createElement("li");
    if (answer.refusal) {
      item.textContent = `✕ ${file.name || ""}: ${answer.refusal}`;
    } else {
      const link = document.createElement("a");
      link.href = answer.url;
      link.textContent = file.name || answer.token.slice(0, 8);
      item.append("✓ ", link);
    }
    results.append(item);
  };

  let busy = false;
  const takeIn = async (files) => {
    if (busy || !files.length) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    let taken = 0;
    for (const [at, file] of files.entries()) {
      status.textContent = form.dataset.uploading.replace("%n", at + 1).replace("%m", files.length);
      const answer = await send(file);
      tell(file, answer);
      if (!answer.refusal) taken += 1;
    }
    status.textContent = form.dataset.done.replace("%n", taken);
    busy = false;
    form.removeAttribute("aria-busy");
    field.value = "";
    if (taken === files.length) window.location.assign(taken === 1 ? results.querySelector("a").href : window.location.href);
  };

  form.addEventListener("submit", (event) => {
    if (!field.files.length) return;
    event.preventDefault();
    takeIn([...field.files]);
  });
  const pictures = (transfer) => [...(transfer?.files ?? [])].filter((file) => file.size);
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.add("upload--over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("upload--over");
  });
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.remove("upload--over");
    takeIn(pictures(event.dataTransfer));
  });
  document.addEventListener("paste", (event) => {
    const files = pictures(event.clipboardData);
    if (!files.length) return;
    event.preventDefault();
    takeIn(files);
  });
})();
