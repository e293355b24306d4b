/* The bar's menus close by Escape, and when the pointer or the focus goes elsewhere; a panel that a link names opens.
   They all open and close without it. */
"use strict";

(() => {
  const menus = [...document.querySelectorAll(".desk-menu")];
  const left = (place) => menus.filter((menu) => menu.open && !menu.contains(place));
  const leave = (event) => left(event.target).forEach((menu) => (menu.open = false));

  const openNamed = () => document.querySelector(":target")?.closest("main details")?.setAttribute("open", "");

  openNamed();
  window.addEventListener("hashchange", openNamed);
  document.addEventListener("pointerdown", leave);
  document.addEventListener("focusin", leave);
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && menus.find((each) => each.open);
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();
