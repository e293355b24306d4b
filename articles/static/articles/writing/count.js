/* Words and minutes to read, of the words as they are typed. The server counts in the same way when it saves. */
"use strict";

(() => {
  const writing = window.clinicWriting;
  const shown = document.querySelector("[data-word-count]");
  if (!writing || !shown) return;

  writing.onPause(() => {
    const root = writing.root();
    if (!root) return;
    const words = root.innerText.split(/\s+/).filter(Boolean).length;
    const minutes = Math.max(1, Math.round(words / Number(shown.dataset.wordsPerMinute)));
    shown.textContent = shown.dataset.wordCount.replace("{words}", words).replace("{minutes}", minutes);
  });
})();
