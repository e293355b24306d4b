/* Copies of what is typed, in this browser's storage, for the time the server cannot have them.

   A clinic's computer is shared, so each copy is encrypted with a key that only the server gives, and only to the person
   who typed it while they are signed in: nobody else can read it here, before or after signing out.

   window.clinicCopies.open(key, owner)  a box of that person's copies; null where the browser can't keep any
     box.keep(window, text)  resolves to "kept", "full" (storage quota) or "failed"
     box.drop(window)
     box.others(isOpen)      [{window, text}] that no open window owns; text is null where the key does not fit any more */
"use strict";

(() => {
  const BYTES_OF_NONCE = 12;
  const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const base64 = (array) => {
    let text = "";
    for (let at = 0; at < array.length; at += 32768) text += String.fromCharCode(...array.subarray(at, at + 32768));
    return btoa(text);
  };

  const usable = () => {
    try {
      localStorage.setItem("clinic-draft.try", "1");
      localStorage.removeItem("clinic-draft.try");
      return Boolean(window.crypto?.subtle);
    } catch {
      return false;
    }
  };

  const open = async (key64, owner) => {
    if (!usable()) return null;
    const key = await crypto.subtle.importKey("raw", bytes(key64), "AES-GCM", false, ["encrypt", "decrypt"]);
    const place = (name) => `clinic-draft.${owner}.${name}`;
    const last = new Map(); // what was asked for last, so that a slow encryption never replaces a newer copy

    const sealed = async (text) => {
      const nonce = crypto.getRandomValues(new Uint8Array(BYTES_OF_NONCE));
      const words = new TextEncoder().encode(text);
      const hidden = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, words));
      return `${base64(nonce)}.${base64(hidden)}`;
    };
    const opened = async (value) => {
      try {
        const [nonce, hidden] = value.split(".").map(bytes);
        return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce }, key, hidden));
      } catch {
        return null; // another key, or not what we wrote
      }
    };

    return {
      keep: async (name, text) => {
        const mine = Symbol(name);
        last.set(name, mine);
        const value = await sealed(text);
        if (last.get(name) !== mine) return "kept";
        try {
          localStorage.setItem(place(name), value);
          return "kept";
        } catch (problem) {
          return problem.name === "QuotaExceededError" ? "full" : "failed";
        }
      },
      drop: (name) => {
        last.delete(name);
        localStorage.removeItem(place(name));
      },
      others: async (isOpen) => {
        const prefix = place("");
        const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
        const found = names.map((name) => name.slice(prefix.length)).filter((name) => !isOpen(name));
        return Promise.all(
          found.map(async (name) => ({ window: name, text: await opened(localStorage.getItem(place(name)) ?? "") })),
        );
      },
    };
  };

  window.clinicCopies = { open };
})();
