// Asks again for a page that shows something still changing, and replaces the part that changes. Without scripts the
// page reloads itself instead.
const PAUSE = 800;
const SLOWEST = 10_000;

let pause = PAUSE;

async function look() {
  const shown = document.querySelector("[data-live]");
  if (!shown) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById(shown.id);
    if (now && now.outerHTML !== shown.outerHTML) {
      shown.replaceWith(now);
      pause = PAUSE;
    }
    const said = document.getElementById("said");
    const state = page.querySelector("[data-state]");
    if (said && state && said.textContent !== state.textContent) said.textContent = state.textContent;
  } catch {
    // The server may be restarting; it is asked again, more and more rarely.
  }
  pause = Math.min(pause * 1.3, SLOWEST);
  setTimeout(look, pause);
}

setTimeout(look, pause);
