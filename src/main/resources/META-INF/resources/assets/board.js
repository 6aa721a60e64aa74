// Keeps a leaderboard as it is on the server, and draws its history so that it can be looked into. Without scripts the
// page shows the same, drawn by the server, as it was when it was asked for.
const SELDOM = 30_000;
const board = () => document.getElementById("board");

/// Which board is drawn, as the server calls it.
let tag = board().dataset.tag;
let known;
let looking;
let busy = false;
let again = false;

/// Draws the history, if there is one.
async function draw(root) {
  const figure = root.querySelector("[data-module]");
  if (figure) (await import(figure.dataset.module)).draw(root);
}

/// Fetches the page again; the browser has it already if nothing has changed. What changes while it is being fetched
/// may not stand in it yet: then it is fetched once more.
async function look() {
  again = true;
  if (busy) return;
  busy = true;
  while (again) {
    again = false;
    await fetchBoard();
  }
  busy = false;
}

async function fetchBoard() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-cache" });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.getElementById("board");
    if (now && now.innerHTML !== known) {
      known = now.innerHTML;
      replace(now);
    }
  } catch {
    // The server may be restarting; the next event, or the next look, will tell.
  }
}

/// What was open stays open, and what had the focus keeps it.
function replace(now) {
  const open = [...board().querySelectorAll("details[open]")].map((d) => d.querySelector("summary").textContent);
  const focused = document.activeElement?.closest("#board [aria-label]")?.getAttribute("aria-label");
  board().replaceWith(now);
  for (const details of board().querySelectorAll("details")) {
    details.open = open.includes(details.querySelector("summary").textContent);
  }
  if (focused) board().querySelector(`[aria-label="${CSS.escape(focused)}"]`)?.focus();
  live(true);
  draw(board());
}

function live(yes) {
  const sign = board().querySelector(".live");
  if (sign) sign.hidden = !yes;
}

function watch() {
  clearInterval(looking);
  const source = new EventSource(board().dataset.events);
  source.addEventListener("board", (event) => {
    live(true);
    // The first tells which board there is: another than was drawn, if it changed before this connection, or in a break.
    if (event.data !== tag) look();
    tag = event.data;
  });
  source.addEventListener("error", () => {
    live(false);
    if (source.readyState === EventSource.CLOSED) {
      // Refused, because too many watch: look now and then instead.
      looking = setInterval(look, SELDOM);
    }
  });
  addEventListener("pagehide", () => source.close(), { once: true });
}

// Who goes back to the page finds it as it was left.
addEventListener("pageshow", (event) => {
  if (event.persisted) watch();
});

known = board().innerHTML;
draw(board());
watch();
