// On a shared device: notices when nobody is there, warns, locks and clears the page. The server locks by itself, whatever
// happens here; this says so in time, and leaves nothing on the screen or in the tab's history.

const bar = document.querySelector('[data-shared]');
const TICK_MS = 1000;
const TELL_MS = 20_000;
const RETRY_MS = 5000;
const HAND_OVER_MS = 1500;
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('cxu-shared') : null;

/** By the wall clock, which goes on in a sleeping laptop, and by one that nobody can put back: whichever is further. */
const moment = () => ({ wall: Date.now(), steady: performance.now() });
let active = moment();
let told = moment();
let untold = true;
let locked = false;
const since = (then) => Math.max(Date.now() - then.wall, performance.now() - then.steady) / 1000;

function post(path, fields) {
  const body = new URLSearchParams({ _csrf: bar.querySelector('input[name="_csrf"]').value, ...fields });
  return fetch(path, { method: 'POST', body, keepalive: true, redirect: 'manual' });
}

/** Tells the server how long ago somebody did something. An answer that is not one means that it has locked already. */
async function tell() {
  told = moment();
  untold = false;
  try {
    const answer = await post(bar.dataset.here, { idle: String(Math.round(since(active))) });
    if (answer.status >= 500) untold = true;
    else if (!answer.ok) lock();
  } catch {
    untold = true;
  }
}

function somebodyIsHere() {
  if (locked) return;
  if (since(active) >= Number(bar.dataset.lockAfter)) return lock();
  const first = since(active) > 1;
  active = moment();
  untold = true;
  if (first) tabs?.postMessage('here');
  if (warning.open) {
    stopWarning();
    tell();
  }
}

const warning = bar?.querySelector('[data-shared-warning]');

function warn(secondsLeft) {
  if (!warning.open) {
    warning.showModal();
    warning.querySelector('[data-shared-stay]').focus();
    if (untold) tell();
  }
  warning.querySelector('[data-shared-seconds]').textContent = String(Math.max(0, Math.ceil(secondsLeft)));
}

function stopWarning() {
  warning.close();
}

function look() {
  if (locked) return;
  const idle = since(active);
  const { warnAfter, lockAfter } = bar.dataset;
  if (idle >= Number(lockAfter)) return lock();
  if (idle >= Number(warnAfter)) return warn(lockAfter - idle);
  if (warning.open) stopWarning();
  if (untold && since(told) * 1000 >= TELL_MS) tell();
}

/** What somebody had typed is handed over first (shared-typed.js), then nothing of them stays in the page. */
function lock({ elsewhere = false } = {}) {
  if (locked) return;
  locked = true;
  const kept = [];
  document.dispatchEvent(new CustomEvent('shared:lock', { detail: kept }));
  if (!elsewhere) tabs?.postMessage('lock');
  clear(bar.dataset.locked);
  const longest = new Promise((done) => setTimeout(done, HAND_OVER_MS));
  // Another tab may still be handing over what was typed there: this one gives it the time.
  (elsewhere ? longest : Promise.race([Promise.allSettled(kept), longest])).then(leave);
}

function clear(words) {
  document.title = bar.dataset.title;
  const main = document.createElement('main');
  const say = document.createElement('p');
  const link = document.createElement('a');
  main.className = 'wrap wrap--read shared__locked';
  say.setAttribute('role', 'status');
  say.textContent = words;
  link.href = bar.dataset.counter;
  link.textContent = bar.dataset.names;
  link.className = 'govuk-link';
  main.append(say, link);
  document.body.className = '';
  document.body.replaceChildren(main);
  return say;
}

/** Every tab locks at the server before it goes on, so that none comes back to a page; without a connection it waits empty. */
async function leave() {
  try {
    const answer = await post(bar.dataset.lock, {});
    if (answer.status >= 500) throw new Error('busy');
    toTheNames();
  } catch {
    clear(bar.dataset.waiting);
    setTimeout(leave, RETRY_MS);
  }
}

/** Back to the first page of this tab: what lies behind it is cut off there (cutOff). */
function toTheNames() {
  const first = window.navigation?.entries?.()[0];
  if (!first || window.navigation.currentEntry.index === 0) return location.replace(bar.dataset.counter);
  window.navigation.traverseTo(first.key).finished.catch(() => location.replace(bar.dataset.counter));
}

/** On a page of nobody's: pages that somebody went through after it are taken out of the tab's history. */
function cutOff() {
  if (!window.navigation?.canGoForward) return;
  history.pushState(null, '', location.href);
  location.replace('/counter');
}

function watch() {
  for (const kind of [
    'pointerdown',
    'pointermove',
    'keydown',
    'scroll',
    'wheel',
    'touchstart',
    'input',
    'timeupdate',
  ]) {
    document.addEventListener(kind, (event) => event.isTrusted && somebodyIsHere(), { capture: true, passive: true });
  }
  warning.querySelector('[data-shared-stay]').addEventListener('click', somebodyIsHere);
  warning.querySelector('[data-shared-leave]').addEventListener('click', () => lock());
  warning.addEventListener('cancel', (event) => event.preventDefault());
  bar.querySelector('[data-shared-lock]').addEventListener('submit', (event) => {
    event.preventDefault();
    lock();
  });
  tabs?.addEventListener('message', ({ data }) => (data === 'lock' ? lock({ elsewhere: true }) : (active = moment())));
  for (const kind of ['visibilitychange', 'focus', 'resume']) document.addEventListener(kind, look);
  setInterval(look, TICK_MS);
}

// A page that the browser brings back as it was may be somebody else's: it is asked for again.
addEventListener('pageshow', (event) => event.persisted && location.reload());
addEventListener('pagehide', () => {
  document.documentElement.classList.add('is-away');
  if (bar) document.title = bar.dataset.title;
});

if (bar) watch();
else cutOff();
