// The names and the PIN pad of a shared device. Without it both work: names stand under their letters, and the PIN is typed.

const find = document.querySelector('[data-names-find]');
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase().trim();

/** As the server does it for whoever runs no script (names-like.ts). */
function search() {
  const wanted = plain(find.elements.name.value);
  const words = wanted.split(/\s+/);
  let found = 0;
  for (const item of document.querySelectorAll('[data-name]')) {
    item.hidden = !words.every((word) => plain(item.dataset.name).includes(word));
    found += item.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll('[data-names-group]')) {
    group.hidden = group.querySelector('[data-name]:not([hidden])') === null;
  }
  const letters = document.querySelector('[data-names-letters]');
  if (letters) letters.hidden = wanted !== '';
  const none = find.querySelector('[data-names-none]');
  none.textContent = found === 0 ? none.dataset.none : '';
}

/** One name left: Enter opens it. Several: Enter leads to the first of them. All names are here, so nothing is asked for. */
function openTheOne(event) {
  const left = document.querySelectorAll('[data-name]:not([hidden]) a');
  event.preventDefault();
  if (left.length === 1) left[0].click();
  else left[0]?.focus();
}

if (find) {
  find.querySelector('button').hidden = true;
  find.addEventListener('input', search);
  find.addEventListener('submit', openTheOne);
  find.elements.name.focus();
}

const form = document.querySelector('[data-pin]');
const DIGITS = 6;

function press({ target }) {
  const digit = target.closest('[data-digit]')?.dataset.digit;
  if (digit === undefined) return;
  const field = form.elements.pin;
  field.value = digit === '' ? field.value.slice(0, -1) : (field.value + digit).slice(0, DIGITS);
  goOnWhenFull();
}

/** Digits go into the field wherever the reader is, so that nobody has to find it first. */
function typeAnywhere(event) {
  if (event.target === form.elements.pin || !/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey)
    return;
  form.elements.pin.focus();
  form.elements.pin.value = (form.elements.pin.value + event.key).slice(0, DIGITS);
  event.preventDefault();
  goOnWhenFull();
}

let sent = false;

/** The sixth digit is the last: nobody has to press another button. */
function goOnWhenFull() {
  if (sent || !/^\d{6}$/.test(form.elements.pin.value)) return;
  sent = true;
  form.requestSubmit();
}

if (form) {
  form.querySelector('[data-pin-pad]').hidden = false;
  form.addEventListener('click', press);
  document.addEventListener('keydown', typeAnywhere);
  form.elements.pin.addEventListener('input', goOnWhenFull);
  form.addEventListener('submit', () => (sent = true));
  if (!document.querySelector('.govuk-error-summary')) form.elements.pin.focus();
}
// A page that the browser brings back as it was holds no digits.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  sent = false;
  if (form) form.elements.pin.value = '';
});
