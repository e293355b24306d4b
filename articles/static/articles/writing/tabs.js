/* Makes tabs of a list of links and the sections they lead to. Without it the sections stand below each other.
   Arrows, Home and End move between tabs; a tab that is named by an address, or that holds a mistake, opens by itself. */
"use strict";

(() => {
  const list = document.querySelector("[data-tabs]");
  if (!list) return;
  const KEPT = "writing-tab";
  const tabs = [...list.querySelectorAll("a")];
  const panel = (tab) => document.querySelector(tab.hash);
  const within = (element) => tabs.find((tab) => element && panel(tab).contains(element));

  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", list.dataset.tabs);
  for (const tab of tabs) {
    tab.parentElement.setAttribute("role", "none");
    tab.id = `for-${tab.hash.slice(1)}`;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", tab.hash.slice(1));
    panel(tab).setAttribute("role", "tabpanel");
    panel(tab).setAttribute("aria-labelledby", tab.id);
    panel(tab).tabIndex = 0;
    if (panel(tab).querySelector("[aria-invalid=true], .notice--error")) tab.classList.add("has-mistake");
  }

  const open = (chosen, focus) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panel(tab).hidden = tab !== chosen;
    }
    try {
      sessionStorage.setItem(KEPT, chosen.hash);
    } catch {
      // a browser that keeps nothing opens the first tab next time
    }
    if (focus) chosen.focus();
  };
  const kept = () => {
    try {
      return tabs.find((tab) => tab.hash === sessionStorage.getItem(KEPT));
    } catch {
      return undefined;
    }
  };
  /* Opens the tab in which something stands, so that it can be shown and get the focus. */
  const reveal = (element) => {
    const tab = within(element);
    if (tab) open(tab);
  };
  const named = () => (location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null);

  list.addEventListener("click", (event) => {
    const tab = event.target.closest("a");
    if (!tab) return;
    event.preventDefault();
    open(tab, true);
  });
  list.addEventListener("keydown", (event) => {
    const here = tabs.indexOf(document.activeElement);
    const back = getComputedStyle(list).direction === "rtl" ? 1 : -1;
    const there = {
      ArrowLeft: here + back,
      ArrowRight: here - back,
      Home: 0,
      End: tabs.length - 1,
      " ": here,
    }[event.key];
    if (there === undefined || here < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    open(tabs[(there + tabs.length) % tabs.length], true);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || list.contains(link)) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!within(target)) return;
    event.preventDefault();
    reveal(target);
    target.scrollIntoView({ block: "center" });
    target.focus();
  });
  window.addEventListener("hashchange", () => reveal(named()));
  window.clinicTabs = { open: (id) => open(tabs.find((tab) => tab.hash === `#${id}`), true), reveal };

  const mistaken = within(document.querySelector("[data-tabs] ~ .tab [aria-invalid=true], [data-tabs] ~ .tab .notice--error"));
  open(within(named()) ?? mistaken ?? kept() ?? tabs[0]);
})();
