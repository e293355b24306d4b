/* Signing in again on the page where somebody writes. The password is enough in the dialog; a second step, a passkey or
   anything else opens the usual pages in a window of its own, which tells us and closes itself.

   window.clinicSignIn.ask({place, who, signedIn})
     place     the element with the addresses and sentences (#saving)
     who()     resolves to who is signed in now, or null
     signedIn  called with them when it is the person who writes; somebody else is told in the dialog */
"use strict";

(() => {
  const dialog = document.querySelector("#sign-in-again");
  if (!dialog) return;
  const form = dialog.querySelector("[data-sign-in-form]");
  const outForm = dialog.querySelector("[data-sign-out-form]");
  const told = dialog.querySelector("[data-told]");
  const channel = new BroadcastChannel("clinic-writing");
  let asked = null;
  let next = "";

  const say = (text) => {
    told.textContent = text;
    told.hidden = !text;
  };
  const fresh = () => asked.place.dataset;
  const address = (start) => `${start}?next=${encodeURIComponent(fresh().signedIn)}`;
  const inWindow = () => {
    window.open(next || address(fresh().signIn), "clinic-sign-in", "popup,width=520,height=720");
  };

  const check = async () => {
    const person = await asked.who();
    if (!person) return false;
    const stranger = String(person.person) !== fresh().person;
    form.hidden = stranger;
    outForm.hidden = !stranger;
    if (stranger) {
      say(fresh().stranger.replace("%s", person.name));
      outForm.dataset.token = person.token;
      outForm.querySelector("button").focus();
      return true;
    }
    form.elements.password.value = "";
    if (dialog.open) dialog.close();
    asked.signedIn(person);
    return true;
  };

  /* The page that asks to sign in, for its token: our own may be as old as the session. */
  const token = async () => {
    const page = await (await fetch(fresh().signIn, { headers: { Accept: "text/html" } })).text();
    return new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
  };
  const mistakes = (answer) => {
    const fields = Object.values(answer?.form?.fields ?? {});
    return [...(answer?.form?.errors ?? []), ...fields.flatMap((field) => field.errors)].join(" ");
  };

  const signIn = async () => {
    const body = new FormData(form);
    body.set("csrfmiddlewaretoken", await token());
    body.set("next", fresh().signedIn);
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const response = await fetch(fresh().signIn, { method: "POST", body, headers });
    const answer = await response.json().catch(() => null);
    if (await check()) return;
    if (response.ok && answer?.location) {
      next = answer.location;
      say(fresh().secondStep);
      inWindow();
      return;
    }
    say(mistakes(answer) || fresh().wrong);
    form.elements.password.select();
  };

  const busy = (part, work) => async (event) => {
    event.preventDefault();
    const button = part.querySelector("[type=submit]");
    button.disabled = true;
    say("");
    try {
      await work();
    } catch {
      say(fresh().unsent);
    } finally {
      button.disabled = false;
    }
  };
  form.addEventListener("submit", busy(form, signIn));
  outForm.addEventListener("submit", busy(outForm, async () => {
    const body = new FormData();
    body.set("csrfmiddlewaretoken", outForm.dataset.token);
    await fetch(fresh().signOut, { method: "POST", body });
    form.hidden = false;
    outForm.hidden = true;
    form.elements.password.focus();
  }));
  dialog.querySelector("[data-window]").addEventListener("click", inWindow);
  for (const button of dialog.querySelectorAll("[data-close]")) button.addEventListener("click", () => dialog.close());
  channel.addEventListener("message", (event) => {
    if (event.data.signedIn && asked) check();
  });

  window.clinicSignIn = {
    ask: (options) => {
      asked = options;
      next = "";
      say("");
      if (!dialog.open) dialog.showModal();
      form.elements.password.focus();
      check();
    },
  };
})();
