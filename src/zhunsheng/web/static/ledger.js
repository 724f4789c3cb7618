// While a verification goes on, bring its progress up to date; show the outcome when it is there.
const every = 2000;

async function look() {
  const progress = document.querySelector("#progress");
  if (!progress) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("#progress");
    if (answer.ok && !now) return location.reload();
    if (now) progress.replaceChildren(...now.childNodes);
  } catch {
    // The server is away for a moment: ask again.
  }
  setTimeout(look, every);
}

setTimeout(look, every);
