/* Shows the focal point on the picture, and moves both sliders to where somebody clicks. The sliders alone do it too. */
(() => {
  const frame = document.querySelector("[data-focus]");
  const form = document.querySelector("[data-focus-form]");
  if (!frame || !form) return;
  const point = frame.querySelector(".focus__point");
  const [x, y] = ["focal_x", "focal_y"].map((name) => form.elements[name]);
  const place = () => {
    point.style.left = `${x.value}%`;
    point.style.top = `${y.value}%`;
  };
  point.hidden = false;
  frame.classList.add("focus--active");
  place();
  x.addEventListener("input", place);
  y.addEventListener("input", place);
  frame.querySelector("img").addEventListener("click", (event) => {
    x.value = Math.round((100 * event.offsetX) / event.target.clientWidth);
    y.value = Math.round((100 * event.offsetY) / event.target.clientHeight);
    place();
  });
})();
