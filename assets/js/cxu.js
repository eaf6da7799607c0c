// Small comforts for a browser that runs scripts. No page needs this file: it only saves a keystroke or a double post.

/** A form that came back with problems starts at its summary, so that a screen reader hears them first. */
function focusErrorSummary() {
  const summary = document.querySelector('.govuk-error-summary');
  if (!summary) return;
  summary.setAttribute('tabindex', '-1');
  summary.focus();
}

/** A verdict on an answer is read out before anything else on the page. */
function focusVerdict() {
  document.getElementById('verdict')?.focus({ preventScroll: true });
}

const PAUSE_MS = 1000;

/** A second click within a second on a button that asks for it does nothing. */
function guardDoubleClicks() {
  let last = { button: null, at: 0 };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-prevent-double-click="true"]');
    if (!button) return;
    if (last.button === button && event.timeStamp - last.at < PAUSE_MS) event.preventDefault();
    else last = { button, at: event.timeStamp };
  });
}

/** A link that looks like a button answers to the space bar as a button does. */
function pressLinksWithSpace() {
  document.addEventListener('keydown', (event) => {
    const link = event.target.closest('a[role="button"]');
    if (!link || event.key !== ' ') return;
    event.preventDefault();
    link.click();
  });
}

/** The account menu closes on Escape and on a click elsewhere. */
function closeAccountMenu() {
  const menu = document.querySelector('.account');
  if (!menu) return;
  document.addEventListener('click', (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

focusErrorSummary();
focusVerdict();
guardDoubleClicks();
pressLinksWithSpace();
closeAccountMenu();
