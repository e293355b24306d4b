/* Never lose a word: what is typed goes to the server 2 s after typing stops and on leaving, into a place of its own that
   is no save. Whenever the server can't have it, this browser keeps a copy (local_copies.js) until it can. The line beside
   the Save button says in words how far that is. Without this script the form saves as forms do. */
"use strict";

(() => {
  const PAUSE = 2000; // after typing stops
  const COPY_PAUSE = 400;
  const PATIENCE = 15000; // for one answer
  const RETRIES = [2000, 4000, 8000, 15000, 30000, 60000];
  const MOST = 2500000; // bytes: the server reads no more of what is not saved yet
  const MOST_SAVED = 11500000; // bytes: nor more of a form
  const MOST_ON_LEAVING = 60000; // bytes: a browser sends no more for a page that is gone
  const LEFT_OUT = new Set(["csrfmiddlewaretoken", "seen", "window", "filled_from", "writer"]);

  const form = document.querySelector("[data-writing]");
  const place = document.querySelector("#saving");
  const line = document.querySelector("#saving-state");
  if (!form || !place || !line) return;
  const words = place.dataset;
  const channel = new BroadcastChannel("clinic-writing");

  let copies = null; // the box for local copies, once the key is there
  let saved = null; // what is typed, as the server has it: saved, or kept for this window
  let fresh = words.fresh === "yes" ? null : ""; // the words as they are saved; "" where the form holds others
  let copied = null;
  let count = 0;
  let problem = ""; // "offline", "away", "signed-out", "stranger", "refused": why the server does not have it
  let since = null; // when the first copy was made that the server does not have
  let failures = 0;
  let sending = null;
  let leaving = false;
  let touched = false; // whether anything has been changed here: a page that was only read holds nothing unsaved
  let timers = {};

  // ---- What is typed ----
  const typed = () => {
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) editor.updateElement();
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !LEFT_OUT.has(name));
    return JSON.stringify(fields);
  };
  const here = () => form.elements.window.value;
  // A browser that fills a page again with what was in it must not give this window the name of an earlier one.
  for (const name of ["window", "filled_from", "writer"]) form.elements[name].autocomplete = "off";

  // ---- Saying it ----
  const clock = new Intl.DateTimeFormat(document.documentElement.lang || "en", {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: words.timeZone, timeZoneName: "short",
  });
  const say = (text, action) => {
    if (line.dataset.said === text) return;
    line.dataset.said = text;
    line.replaceChildren(text);
    line.classList.toggle("saving-state--problem", Boolean(problem));
    if (action) line.append(" ", action);
  };
  const signInButton = () => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button--secondary";
    button.textContent = document.querySelector("#sign-in-again-title").textContent;
    button.addEventListener("click", () => askToSignIn());
    return button;
  };
  const sayProblem = (reason = "") => {
    const kept = copied !== null && since;
    const sentence = {
      offline: kept ? words.offline.replace("%s", clock.format(since)) : words.nowhere,
      away: kept ? words.away.replace("%s", clock.format(since)) : words.nowhere,
      "signed-out": words.signedOut,
      stranger: words.stranger.replace("%s", reason),
      refused: words.refused.replace("%s", reason),
      full: words.full,
    }[problem];
    say(sentence, problem === "signed-out" || problem === "stranger" ? signInButton() : null);
  };

  // ---- The copy in this browser ----
  const copy = async () => {
    clearTimeout(timers.copy);
    timers.copy = 0;
    const now = typed();
    if (!copies || now === saved || now === copied) return;
    const text = JSON.stringify({ revision: words.autosave, seen: form.elements.seen.value, typed: now });
    const result = await copies.keep(here(), text);
    copied = result === "kept" ? now : null;
    since ??= new Date();
    if (result === "kept" || !problem) return;
    problem = result === "full" ? "full" : problem;
    sayProblem();
  };
  const dropCopy = () => {
    copies?.drop(here());
    copied = since = null;
  };

  // ---- To the server ----
  const body = (fields) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    data.set("person", words.person);
    return data;
  };
  const fieldsFor = (now) => {
    count = Math.max(count + 1, Math.floor((Date.now() - Date.UTC(2020)) / 1000));
    const filledFrom = form.elements.filled_from.value;
    const unsaved = now === fresh ? "" : now;
    return { window: here(), filled_from: filledFrom, seen: form.elements.seen.value, count, typed: unsaved };
  };
  const post = (fields, options = {}) =>
    fetch(words.autosave, {
      method: "POST",
      body: body(fields),
      redirect: "manual",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
      ...options,
    });

  /* Who is signed in now, with a new token for the forms; null for nobody. */
  const who = async () => {
    const response = await fetch(words.me, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    if (response.type === "opaqueredirect") return null;
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  const welcome = (person) => {
    if (String(person.person) !== words.person) return false;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = person.token;
    return true;
  };

  const isHere = () => who().then((person) => Boolean(person) && welcome(person), () => false);

  /* One try. Resolves to true where the server has what is typed, or will say itself why it won't. */
  const attempt = async (again = true) => {
    const now = typed();
    if (new Blob([now]).size > MOST) return failed("refused", words.tooLarge);
    let response;
    try {
      response = await post(fieldsFor(now));
    } catch {
      return failed(navigator.onLine ? "away" : "offline");
    }
    if (response.type === "opaqueredirect") return failed("signed-out");
    if (response.status === 403) {
      const person = await who().catch(() => undefined);
      if (person === undefined) return failed("away");
      if (!person) return failed("signed-out");
      if (!welcome(person)) return failed("stranger", person.name);
      return again ? attempt(false) : failed("refused", words.notAllowed);
    }
    if (response.status >= 500 || response.status === 429) return failed("away");
    const answer = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) {
      await failed("refused", answer.reason ?? words.tooLarge);
      return response.status === 409; // frozen: the save is refused with both texts
    }
    problem = "";
    failures = 0;
    saved = now;
    if (typed() === now) dropCopy();
    if (!copies) who().then((person) => person && openCopies(person)).catch(() => {});
    const told = now === fresh ? words.nothing : words.kept.replace("%s", clock.format(new Date()));
    say([told, answer.reason].filter(Boolean).join(" "));
    return true;
  };
  const failed = async (why, reason = "") => {
    problem = why;
    await copy();
    sayProblem(reason);
    if (why === "offline" || why === "away") retryLater();
    return false;
  };
  const retryLater = () => {
    clearTimeout(timers.retry);
    timers.retry = setTimeout(send, RETRIES[Math.min(failures++, RETRIES.length - 1)]);
  };

  /* One request at a time: who comes meanwhile waits for it, and sends what has been typed since. */
  const send = async () => {
    clearTimeout(timers.send);
    clearTimeout(timers.retry);
    while (sending) await sending;
    sending = attempt();
    try {
      return await sending;
    } finally {
      sending = null;
    }
  };

  const changed = () => {
    touched = true;
    if (!problem) say(words.typing);
    if (!timers.copy) timers.copy = setTimeout(copy, COPY_PAUSE);
    clearTimeout(timers.send);
    if (problem !== "signed-out" && problem !== "stranger") timers.send = setTimeout(() => typed() !== saved && send(), PAUSE);
  };

  // ---- Signed out meanwhile ----
  let afterSigningIn = null;
  const askToSignIn = (then = null) => {
    afterSigningIn = then;
    window.clinicSignIn?.ask({ place, who, signedIn });
  };
  const signedIn = async (person) => {
    if (!welcome(person)) return;
    problem = "";
    await openCopies(person);
    const sent = await send();
    const then = afterSigningIn;
    afterSigningIn = null;
    if (sent && then) then();
  };

  // ---- Saving for real: only once the server has answered that it is there and knows who we are ----
  form.addEventListener("submit", async (event) => {
    if (leaving || event.submitter?.formTarget) return; // a preview goes elsewhere, and saves nothing
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    const save = () => {
      leaving = true;
      form.requestSubmit(button);
    };
    // What can't be kept meanwhile may be saved all the same, or is refused with the words still in the form.
    const told = () => problem === "refused" && new Blob([typed()]).size < MOST_SAVED && isHere();
    // One answer that does not come is no outage: ask once more before saying that the site is away.
    const again = async () => problem === "away" && (await new Promise((go) => setTimeout(go, 500)), send());
    if ((await send()) || (await again()) || (await told())) save();
    else if (problem === "signed-out" || problem === "stranger") askToSignIn(save);
    else if (problem === "offline" || problem === "away") say(words.unsent);
  }, { capture: true });

  // ---- Leaving ----
  const onLeaving = () => {
    const now = typed();
    if (leaving || !touched || now === saved) return;
    copy();
    if (problem === "signed-out" || problem === "stranger") return;
    const fields = fieldsFor(now);
    const keepalive = new Blob([fields.typed]).size < MOST_ON_LEAVING;
    post(fields, { keepalive }).then(
      (response) => {
        if (response.ok && response.type !== "opaqueredirect" && typed() === now) {
          saved = now;
          dropCopy();
        }
      },
      () => {}, // the copy is here, or the page is gone
    );
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") onLeaving();
    else if (problem) send();
  });
  window.addEventListener("pagehide", onLeaving);
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", () => problem && send());
  window.addEventListener("beforeunload", (event) => {
    if (leaving || !touched) return;
    const now = typed();
    const safe = now === saved || now === copied || (!problem && now.length < MOST_ON_LEAVING);
    if (!safe) event.preventDefault();
  });

  // ---- Words that are not saved: from this browser to the server, and from there into the page ----
  const openWindows = async () => {
    const held = (await navigator.locks?.query())?.held ?? [];
    return new Set(held.map((lock) => lock.name));
  };
  const lockName = (name) => `clinic-writing.${name}`;
  const holdWindow = async () => {
    if (!navigator.locks) return;
    if ((await openWindows()).has(lockName(here()))) form.elements.window.value = crypto.randomUUID(); // a duplicated tab
    navigator.locks.request(lockName(here()), () => new Promise(() => {}));
  };
  let opening = null;
  const openCopies = async (person) => {
    opening ??= window.clinicCopies?.open(person.key, `${words.person}.${words.article}`) ?? null;
    copies = await opening;
  };
  const showUnsaved = async () => {
    const response = await fetch(`${words.unsaved}?window=${here()}`, { redirect: "manual" });
    if (!response.ok) return;
    document.querySelector("#unsaved").innerHTML = await response.text();
  };
  const bringBack = async () => {
    const open = await openWindows();
    const found = (await copies?.others((name) => name === here() || open.has(lockName(name)))) ?? [];
    for (const { window: name, text } of found) {
      if (text === null) {
        say(words.unreadable);
        copies.drop(name);
        continue;
      }
      const copyOf = JSON.parse(text);
      const response = await post({
        window: name,
        filled_from: "",
        seen: copyOf.revision === words.autosave ? copyOf.seen : "earlier.0",
        count: Math.floor((Date.now() - Date.UTC(2020)) / 1000),
        typed: copyOf.typed === fresh ? "" : copyOf.typed,
      });
      if (response.ok) copies.drop(name);
    }
    if (found.length) await showUnsaved();
  };
  document.addEventListener("submit", async (event) => {
    const offer = event.target.closest("form[data-throw-away]");
    if (!offer) return;
    event.preventDefault();
    await fetch(offer.action, { method: "POST", body: new FormData(offer), redirect: "manual" });
    await showUnsaved();
    line.focus?.();
  });

  channel.addEventListener("message", (event) => {
    const { writing, answer } = event.data;
    if (writing !== words.autosave) return;
    document.querySelector("#second-window")?.removeAttribute("hidden");
    if (!answer) channel.postMessage({ writing, answer: true });
  });

  // The key for copies is asked for before anything else, so that they work as soon as somebody types.
  const arrival = who();
  arrival.then((person) => person && welcome(person) && openCopies(person), () => {});

  // ---- The start: once the editor has its words, so that they are what everything is compared with ----
  let started = false;
  const start = async () => {
    if (started) return;
    started = true;
    if (fresh === null) saved = fresh = typed();
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) editor.on("change", changed);
    await holdWindow();
    channel.postMessage({ writing: words.autosave });
    try {
      const person = await arrival;
      if (!person || !welcome(person)) return;
      await openCopies(person);
      await bringBack();
    } catch {
      // the site is away already: typing shows it, and each answer from now on tries again
    }
  };
  if (window.clinicWriting?.whenReady && window.CKEDITOR) window.clinicWriting.whenReady(start);
  else start();
})();
