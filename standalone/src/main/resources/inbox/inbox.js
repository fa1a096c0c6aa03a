// Keeps the list fresh without moving the reader's place.
const list = document.getElementById('messages');
let shown = list.innerHTML;

async function refresh() {
  if (document.hidden) return;
  try {
    const answer = await fetch('/rows');
    const rows = await answer.text();
    if (answer.ok && rows !== shown) {
      const focused = document.activeElement?.getAttribute('href');
      list.innerHTML = shown = rows;
      showOwnTimes(list);
      if (focused) list.querySelector(`a[href="${focused}"]`)?.focus();
    }
  } catch {
    // The stack has stopped or is starting again; the next round tells.
  }
}

setInterval(refresh, 2000);
