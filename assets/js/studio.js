// Saves what is being written after a pause. Without it every form of the studio has its button and works the same.

const PAUSE_MS = 1500;

const state = document.querySelector('[data-saved]');

/** Says in the page, and to a screen reader when it has time, what became of the last save. */
function say(words) {
  if (state && words) state.textContent = words;
}

/** One form that saves itself: at most one save under way, the next one only with what changed since. */
function savesItself(form) {
  let timer = null;
  let saving = null;
  let dirty = false;

  const save = (keepalive = false) => {
    clearTimeout(timer);
    if (!dirty || saving) return saving;
    dirty = false;
    saving = send(form, keepalive).then((saved) => {
      saving = null;
      dirty ||= !saved;
      if (saved && dirty) timer = setTimeout(save, PAUSE_MS);
    });
    return saving;
  };

  form.addEventListener('input', () => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!saving) return;
    // The answer brings the revision that this form has to name.
    event.preventDefault();
    saving.then(() => form.requestSubmit(event.submitter));
  });
  document.addEventListener('visibilitychange', () => document.hidden && save(true));
}

/** Posts the form as its button would and takes the new revision, the time and the preview from the page that comes back. */
async function send(form, keepalive) {
  say(state?.dataset.saving);
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'stay');
  try {
    const answer = await fetch(form.dataset.autosave, { method: 'POST', body, keepalive });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const revision = page.querySelector('input[name="revision"]')?.value;
    if (!answer.ok || !revision) throw new Error('refused');
    take(page, revision);
    return true;
  } catch {
    say(state?.dataset.failed);
    return false;
  }
}

function take(page, revision) {
  for (const field of document.querySelectorAll('input[name="revision"]')) field.value = revision;
  say(page.querySelector('[data-saved]')?.textContent);
  for (const part of document.querySelectorAll('[data-live]')) {
    const fresh = page.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
    if (fresh) part.innerHTML = fresh.innerHTML;
  }
}

for (const form of document.querySelectorAll('form[data-autosave]')) savesItself(form);
