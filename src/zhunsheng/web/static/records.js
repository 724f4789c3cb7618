// The form of an entry: a draft that saves itself, rows that are added on the spot, entries to pick from.
// Everything here also works without a script, by the buttons of the form.
"use strict";

const WAIT = 3000;

function keepDrafts(form) {
  const said = form.querySelector("[data-draft-said]");
  let waiting = 0;
  let sending = null;
  let left = false;

  async function send() {
    waiting = 0;
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
    body.append("keep_draft", "1");
    sending = new AbortController();
    try {
      const answer = await fetch(location.pathname, {
        method: "POST", body, headers: { Accept: "application/json" }, redirect: "error", signal: sending.signal,
      });
      if (!answer.ok) throw new Error(answer.status);
      said.textContent = (await answer.json()).says;
    } catch (error) {
      if (!left) said.textContent = form.dataset.draft;
    }
  }

  function later() {
    if (!waiting && !left) waiting = setTimeout(send, WAIT);
  }

  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("rows", later);
  // What is saved is no draft any more: nothing may be sent after it.
  form.addEventListener("submit", () => {
    left = true;
    clearTimeout(waiting);
    if (sending) sending.abort();
  });
}

function addRow(form, key) {
  const count = form.querySelector(`[data-rows="${CSS.escape(key)}"]`);
  const template = form.querySelector(`template[data-row="${CSS.escape(key)}"]`);
  const body = template.parentElement.querySelector("table.rows tbody");
  const row = template.content.firstElementChild.cloneNode(true);
  const number = Number(count.value);
  for (const part of row.querySelectorAll("*")) {
    for (const { name, value } of [...part.attributes]) {
      if (value.includes("__row__")) part.setAttribute(name, value.replaceAll("__row__", String(number)));
    }
  }
  count.value = String(number + 1);
  body.append(row);
  renumber(body);
  for (const input of row.querySelectorAll("[data-suggest]")) pickEntries(input);
  const first = row.querySelector("input:not([type=hidden]), select, textarea");
  if (first) first.focus();
}

function renumber(body) {
  [...body.rows].forEach((row, index) => { row.cells[0].textContent = String(index + 1); });
}

function editRows(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.name === "add_row") {
      event.preventDefault();
      addRow(form, button.value);
    } else if (button.name === "drop_row" || button.hasAttribute("data-drop")) {
      event.preventDefault();
      const body = button.closest("tbody");
      const next = button.closest("tr").nextElementSibling || button.closest("tr").previousElementSibling;
      button.closest("tr").remove();
      renumber(body);
      const focus = next && next.querySelector("input:not([type=hidden]), select, textarea");
      if (focus) focus.focus();
    } else {
      return;
    }
    form.dispatchEvent(new Event("rows"));
  });
}

function pickEntries(input) {
  const picker = input.closest(".picker");
  const means = picker.querySelector("[data-means]");
  const list = document.createElement("ul");
  list.className = "options";
  list.id = `${input.id}-options`;
  list.setAttribute("role", "listbox");
  list.hidden = true;
  picker.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let asked = 0;
  let timer = 0;

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(option) {
    if (!option || !option.dataset.number) return;
    input.value = option.dataset.number;
    means.textContent = option.dataset.title;
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function mark(option) {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === option));
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function show(matches) {
    list.replaceChildren(...matches.map((match, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.number = match.number;
      option.dataset.title = match.title;
      option.textContent = [match.number, match.title, match.more].filter(Boolean).join("　");
      return option;
    }));
    if (matches.length === 0) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = input.dataset.none;
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }

  async function ask() {
    const turn = ++asked;
    const words = input.value.trim();
    if (!words) return close();
    try {
      const answer = await fetch(`${input.dataset.suggest}&q=${encodeURIComponent(words)}`, { redirect: "error" });
      if (answer.ok && turn === asked && document.activeElement === input) show((await answer.json()).matches);
    } catch (error) {
      close();
    }
  }

  input.addEventListener("input", () => {
    means.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(ask, 250);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const options = [...list.querySelectorAll("[role=option]")];
    const at = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (options.length && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(options[(at + step + options.length) % options.length]);
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) {
      choose(options[at]);
      event.preventDefault();
    } else if (event.key === "Escape") {
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    choose(event.target.closest("li"));
    event.preventDefault();
  });
  input.addEventListener("blur", close);
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  keepDrafts(form);
  editRows(form);
  for (const input of form.querySelectorAll("[data-suggest]")) pickEntries(input);
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const problems = document.getElementById("problems");
if (problems) problems.focus();
