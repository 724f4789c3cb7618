// Two conveniences: a click anywhere in a row opens it, and the head of the boxes ticks all of them.
"use strict";
document.querySelectorAll("table.list tbody tr").forEach((row) => {
  const link = row.querySelector("td.title a");
  if (!link) return;
  row.dataset.opens = "";
  row.addEventListener("click", (event) => {
    if (event.target.closest("a, input, label, button")) return;
    if (String(getSelection())) return; // somebody is copying text
    if (event.ctrlKey || event.metaKey) open(link.href);
    else location.assign(link.href);
  });
});
document.querySelectorAll("table.list th.pick").forEach((head) => {
  const boxes = head.closest("table").querySelectorAll("td.pick input");
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", head.textContent);
  all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
  head.replaceChildren(all);
});
