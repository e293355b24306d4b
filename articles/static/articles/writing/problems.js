/* "Go to the first problem": the first field that holds a mistake, else the first finding of the checks. */
"use strict";

(() => {
  const writing = window.clinicWriting;
  const button = document.querySelector("[data-first-problem]");
  if (!writing || !button) return;
  const says = document.querySelector("[data-first-problem-says]");
  const body = writing.form.querySelector("textarea[name=body]");

  const first = () =>
    writing.form.querySelector("[aria-invalid=true]") ??
    writing.form.querySelector(".notice--error") ??
    writing.form.querySelector("[data-finding]");

  const goTo = (problem) => {
    window.clinicFocusMode?.leave();
    if (problem === body) return writing.whenReady((editor) => editor.focus());
    window.clinicTabs?.reveal(problem);
    if (!problem.matches("input, select, textarea, a, button, [tabindex]")) problem.tabIndex = -1;
    problem.focus({ preventScroll: true });
    problem.scrollIntoView({ block: "center" });
  };

  button.hidden = false;
  button.addEventListener("click", () => {
    const problem = first();
    says.textContent = problem ? "" : says.dataset.firstProblemSays;
    if (problem) goTo(problem);
  });

  // The box of the words is not the field the mistakes' links name: CKEditor has hidden that one.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(`a[href="#${body.id}"]`);
    if (!link) return;
    event.preventDefault();
    goTo(body);
  });
})();
