"use strict";
document.querySelectorAll(".legend button").forEach((button) => {
  button.addEventListener("click", () => {
    const shown = button.getAttribute("aria-pressed") === "true";
    button.setAttribute("aria-pressed", String(!shown));
    document.body.classList.toggle("hide-" + button.dataset.kind, shown);
  });
});
document.querySelectorAll("aside a[href^='#p']").forEach((link) => {
  link.addEventListener("click", () => {
    const anchor = document.getElementById(link.hash.slice(1));
    if (!anchor) return;
    let mark = anchor;
    while (mark && mark.tagName !== "MARK") mark = mark.nextElementSibling;
    if (!mark) return;
    document.querySelectorAll("mark.flash").forEach((old) => old.classList.remove("flash"));
    mark.classList.add("flash");
    window.setTimeout(() => mark.classList.remove("flash"), 4000);
  });
});
