/* A chart is one stop of the Tab key; the arrow keys go from point to point. Without this file each point is a stop. */
"use strict";

for (const chart of document.querySelectorAll("[data-chart]")) {
  const marks = [...chart.querySelectorAll(".mark")];
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let here = 0;

  const stop = (at) => {
    here = at;
    marks.forEach((mark, number) => mark.setAttribute("tabindex", number === at ? "0" : "-1"));
  };

  chart.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const ends = { Home: 0, End: marks.length - 1 };
    const at = event.key in ends ? ends[event.key] : here + (steps[event.key] ?? 0);
    if (!(event.key in ends) && !(event.key in steps)) return;
    event.preventDefault();
    if (marks[at]) {
      stop(at);
      marks[at].focus();
    }
  });
  marks.forEach((mark, number) => mark.addEventListener("focus", () => stop(number)));
  if (marks.length) stop(0);
}
