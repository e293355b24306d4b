/* Tells the page that waits that somebody has signed in, and closes the window that it opened for that. */
"use strict";

(() => {
  new BroadcastChannel("clinic-writing").postMessage({ signedIn: true });
  window.close();
})();
