/* Keys for those who would rather not reach for the mouse. Every page works without this file. */
"use strict";

(() => {
  const help = document.getElementById("keys");
  /* A browser may keep nothing for us; then the keys are simply on. */
  const off = () => { try { return localStorage.getItem("keys") === "off"; } catch { return false; } };
  const keep = (on) => { try { localStorage.setItem("keys", on ? "on" : "off"); } catch { /* as above */ } };
  let waitsForPlace = 0;
  document.documentElement.classList.add("scripted");

  const typing = (event) =>
    event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey ||
    event.target.closest("input, select, textarea, [contenteditable], dialog") !== null;

  /* The first link of each row is what the row opens. */
  const rows = () =>
    [...document.querySelectorAll("main tbody tr, main [data-row]")]
      .filter((row) => row.offsetParent !== null)
      .map((row) => row.querySelector("a[href]"))
      .filter(Boolean);

  function move(by) {
    const links = rows();
    const here = links.findIndex((link) => link.closest("tr, [data-row]").contains(document.activeElement));
    const next = links[here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by];
    if (next) {
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  }

  function search() {
    const box = document.querySelector("#search, main input[type=search], main #q");
    if (box) {
      box.focus();
      box.select();
    }
  }

  const keys = {
    "/": search,
    n: () => document.querySelector("main [data-key=n], main a[href$='/new/']")?.click(),
    j: () => move(1),
    k: () => move(-1),
    "?": () => help?.showModal(),
    g: () => { waitsForPlace = Date.now(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      closeMenus(null);
      return;
    }
    if (off() || typing(event)) return;
    const place = Date.now() - waitsForPlace < 1500 && document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    waitsForPlace = 0;
    const does = place ? () => place.click() : Object.hasOwn(keys, event.key) && keys[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });

  function closeMenus(except) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (menu === except) continue;
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    }
  }

  document.addEventListener("click", (event) => {
    closeMenus(event.target.closest("details.menu"));
    /* A click anywhere in a row of entries opens it, unless it was meant for something in the row. */
    const row = event.target.closest("table.entries tbody tr");
    if (row && !event.target.closest("a, button, input, label, select, summary") && !String(getSelection())) {
      row.querySelector("a[href]")?.click();
    }
  });

  for (const button of document.querySelectorAll("[data-opens]")) {
    button.hidden = false;
    button.addEventListener("click", () => document.getElementById(button.dataset.opens).showModal());
  }
  for (const box of document.querySelectorAll("[data-keys]")) {
    box.checked = !off();
    box.addEventListener("change", () => keep(box.checked));
  }

  /* A table wider than the page is moved with the arrow keys, even where nothing in it takes the focus. */
  for (const wide of document.querySelectorAll(".scroll")) {
    if (wide.scrollWidth > wide.clientWidth && !wide.querySelector("a, button, input")) wide.tabIndex = 0;
  }

  /* A box that narrows what is listed below it, while one types. */
  for (const box of document.querySelectorAll("[data-narrows]")) {
    const list = document.querySelector(box.dataset.narrows);
    box.closest("[hidden]").hidden = false;
    const narrow = () => {
      const words = box.value.trim().toLowerCase().split(/\s+/);
      for (const section of list.querySelectorAll("[data-section]")) {
        const named = section.querySelector("h2").textContent.toLowerCase();
        let shown = 0;
        for (const row of section.querySelectorAll("tbody tr")) {
          const text = named + row.textContent.toLowerCase();
          row.hidden = !words.every((word) => text.includes(word));
          shown += !row.hidden;
        }
        section.hidden = shown === 0;
      }
      document.querySelector(box.dataset.none).hidden = list.querySelector("[data-section]:not([hidden])") !== null;
    };
    box.addEventListener("input", (event) => event.isComposing || narrow());
    box.addEventListener("compositionend", narrow);
  }
})();
