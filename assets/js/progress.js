// Keeps the words and the bar of a running import fresh, and says so politely: no page is loaded behind the reader's back.

const EVERY_MS = 1500;
const SPOKEN_EVERY_MS = 10_000;

const box = document.querySelector('[data-progress]');
const bar = box?.querySelector('progress');
const words = box?.querySelector('[data-progress-words]');
const said = box?.querySelector('[data-progress-said]');
const again = box?.querySelector('[data-progress-again]');

let spokenAt = 0;

function show({ value, max, words: text, over }) {
  if (max === null) bar.removeAttribute('value');
  else {
    bar.max = max;
    bar.value = value;
  }
  words.textContent = text;
  // What is read out every second talks over everything else.
  if (!over && Date.now() - spokenAt < SPOKEN_EVERY_MS) return;
  spokenAt = Date.now();
  said.textContent = over ? again.dataset.over : text;
}

function finish() {
  again.textContent = again.dataset.over;
  again.classList.add('govuk-button');
  box.querySelector('[data-progress-stop]')?.remove();
}

async function look() {
  try {
    const answer = await fetch(box.dataset.progress, { headers: { accept: 'application/json' }, redirect: 'error' });
    if (!answer.ok) return;
    const progress = await answer.json();
    show(progress);
    if (progress.over) return finish();
  } catch {
    // Offline for a moment, or signed out: the link is still there.
  }
  setTimeout(look, EVERY_MS);
}

if (box) setTimeout(look, EVERY_MS);
