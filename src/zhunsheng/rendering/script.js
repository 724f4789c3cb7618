"use strict";
// Without this script the legend explains; with it, it switches each kind on and off.
document.querySelectorAll(".legend").forEach((legend) => legend.setAttribute("aria-label", "图例：显示或隐藏"));
document.querySelectorAll(".legend li").forEach((entry) => {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "true");
  button.append(...entry.childNodes);
  button.addEventListener("click", () => {
    const shown = document.body.classList.toggle("show-" + entry.dataset.kind);
    button.setAttribute("aria-pressed", String(shown));
  });
  entry.append(button);
});
// What one jumps to stands out for a while, all of it, even where other highlights cut it to pieces.
let flashed = [];
let fading = 0;
const unflash = () => flashed.forEach((piece) => piece.classList.remove("flash"));
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  window.clearTimeout(fading);
  unflash();
  flashed = [...document.querySelectorAll('[data-at~="' + link.hash.slice(1) + '"]')];
  flashed.forEach((piece) => piece.classList.add("flash"));
  fading = window.setTimeout(unflash, 4000);
});
