// On a shared device: keeps what somebody types with the server, so that a lock in the middle of a sentence loses nothing, and
// puts it back for the same person on the same page. Nothing is kept in the browser.

const bar = document.querySelector('[data-shared]');
const PAUSE_MS = 1200;
const SECRET = /passw|secret|^pin|^again$|token|^code$|_csrf/i;
const SKIPPED = ['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset'];
const here = location.pathname + location.search;

let timer = null;
let dirty = false;

const addressOf = (form) => new URL(form.action, location.href).pathname + new URL(form.action, location.href).search;
const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && !SKIPPED.includes(field.type) && !SECRET.test(field.name));

const formsOf = () => [...document.forms].filter((form) => form.method === 'post' && fieldsOf(form).length > 0);

/** Of every form the fields that are not as the page brought them; a group of choices as a whole. */
function typed() {
  return formsOf()
    .map((form) => ({ action: addressOf(form), fields: changedIn(fieldsOf(form)) }))
    .filter(({ fields }) => fields.length > 0);
}

function changedIn(fields) {
  const groups = new Set(fields.filter(isChanged).map((field) => field.name));
  return fields.filter((field) => groups.has(field.name)).flatMap(valueOf);
}

function isChanged(field) {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

/** A box that was cleared is told too: it has no value of its own. */
function valueOf(field) {
  if (field.type === 'checkbox') return [[field.name, field.checked ? field.value : '']];
  if (field.type === 'radio') return field.checked ? [[field.name, field.value]] : [];
  return [[field.name, field.value]];
}

function send() {
  clearTimeout(timer);
  if (!dirty) return Promise.resolve();
  dirty = false;
  const fields = { _csrf: bar.querySelector('input[name="_csrf"]').value, path: here, forms: JSON.stringify(typed()) };
  const body = new URLSearchParams(fields);
  return fetch(bar.dataset.drafts, { method: 'POST', body, keepalive: true, redirect: 'error' }).catch(
    () => (dirty = true),
  );
}

document.addEventListener('input', () => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(send, PAUSE_MS);
});
document.addEventListener('submit', () => {
  clearTimeout(timer);
  dirty = false;
});
document.addEventListener('visibilitychange', () => document.hidden && send());
document.addEventListener('shared:lock', ({ detail }) => detail.push(send()));

async function putBack() {
  if (formsOf().length === 0) return;
  const answer = await fetch(`${bar.dataset.drafts}?path=${encodeURIComponent(here)}`, { redirect: 'error' });
  const forms = answer.ok ? await answer.json() : [];
  const filled = forms.filter(({ action, fields }) =>
    fill(
      formsOf().find((form) => addressOf(form) === action),
      fields,
    ),
  );
  if (filled.length > 0) bar.querySelector('[data-shared-said]').textContent = bar.dataset.putBack;
}

function fill(form, values) {
  if (!form) return false;
  const fields = fieldsOf(form);
  const names = new Set(values.map(([name]) => name));
  for (const name of names) {
    const said = values.filter(([known]) => known === name).map(([, value]) => value);
    fields.filter((field) => field.name === name).forEach((field, at) => put(field, said, at));
  }
  return true;
}

function put(field, said, at) {
  if (field.type === 'checkbox' || field.type === 'radio') field.checked = said.includes(field.value);
  else field.value = said[at] ?? field.value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

putBack().catch(() => undefined);
