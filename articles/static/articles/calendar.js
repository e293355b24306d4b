/* The calendar by arrow keys: from an entry to the nearest one in that direction. Tab does everything without it. */
"use strict";

(() => {
  const table = document.querySelector(".calendar");
  if (!table) return;
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells]);
  const days = rows.flat();
  const links = (day) => [...day.querySelectorAll("a")];
  const first = (candidates) => candidates.map((day) => links(day)[0]).find(Boolean);

  const nearest = {
    ArrowRight: (place) => first(days.slice(place + 1)),
    ArrowLeft: (place) => first(days.slice(0, place).reverse()),
    ArrowDown: (place, link) => {
      const here = links(days[place]);
      return here[here.indexOf(link) + 1] || first(days.filter((_, each) => each > place && (each - place) % 7 === 0));
    },
    ArrowUp: (place, link) => {
      const here = links(days[place]);
      return (
        here[here.indexOf(link) - 1] ||
        first(days.filter((_, each) => each < place && (place - each) % 7 === 0).reverse())
      );
    },
    Home: () => table.querySelector("tbody a"),
    End: () => [...table.querySelectorAll("tbody a")].pop(),
    PageUp: () => document.querySelector("a[rel=prev]"),
    PageDown: () => document.querySelector("a[rel=next]"),
  };

  table.addEventListener("keydown", (event) => {
    const link = event.target.closest("a");
    if (!link || !(event.key in nearest) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const found = nearest[event.key](days.indexOf(link.closest("td")), link);
    if (!found) return;
    event.preventDefault();
    if (event.key.startsWith("Page")) found.click();
    else found.focus();
  });
})();
