import type { CDPSession, Page } from 'playwright-core';

/** Pages with long tables have many links; past this many the rest are of the same kinds. */
const MOST = 150;

/** Every control that can be seen gets a number; radios of one name are one stop, as browsers have it. */
const NUMBER_THE_CONTROLS = `(() => {
  const seen = new Set();
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"], iframe')];
  const open = (one) => one.getClientRects().length > 0 && !one.disabled && getComputedStyle(one).visibility !== 'hidden';
  const hidden = (one) => one.closest('details:not([open])') && !one.matches('details > summary:first-of-type');
  return controls.filter((one) => open(one) && !hidden(one)).filter((one) => {
    if (one.type !== 'radio') return true;
    const group = (one.form ? [...document.forms].indexOf(one.form) : '') + one.name;
    return !seen.has(group) && seen.add(group);
  }).map((one, index) => (one.dataset.stop = one.type === 'radio' ? 'radio ' + one.name : String(index),
    one.dataset.stop + ' ' + one.outerHTML.slice(0, 120)));
})()`;

/** From now on the page keeps where each key found the focus; where the last one led is asked for. */
const KEEP_WHERE = `(() => {
  const stops = (window.stopsReached = new Set());
  const keep = () => {
    const at = document.activeElement;
    stops.add(at?.type === 'radio' ? 'radio ' + at.name : (at?.dataset?.stop ?? null));
  };
  document.addEventListener('keydown', keep, true);
  window.keepStop = keep;
})()`;

/** As it is before anybody has pressed a key. */
const LEAVE = '(document.activeElement?.blur(), window.getSelection()?.removeAllRanges(), window.scrollTo(0, 0))';

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
/** Keys sent at least before the page is asked where they led. Those that a frame gets its page does not see: there it is each. */
const AT_ONCE = { page: 8, withFrames: 1 };

/** The controls of a page that the Tab key does not reach from its top, by their markup. */
export async function unreachedByKeyboard(page: Page): Promise<string[]> {
  const controls = await page.evaluate<string[]>(NUMBER_THE_CONTROLS);
  const wanted = new Map(controls.slice(0, MOST).map((line) => [stopOf(line), line]));
  await page.evaluate(`${KEEP_WHERE}, ${LEAVE}`);
  const keys = await page.context().newCDPSession(page);
  const framed = page.frames().length > 1;
  // A date is three stops of its own: day, month, year.
  for (let presses = 0; presses < 4 * controls.length + 5 && wanted.size > 0;) {
    // One for each that is still wanted: mostly the first turn reaches them all.
    const atOnce = framed ? AT_ONCE.withFrames : Math.max(AT_ONCE.page, wanted.size);
    await pressTab(keys, atOnce);
    presses += atOnce;
    const reached = await page.evaluate<(string | null)[]>('(window.keepStop(), [...window.stopsReached])');
    for (const stop of reached) if (stop !== null) wanted.delete(stop);
  }
  await keys.detach();
  await page.evaluate(LEAVE);
  return [...wanted.values()];
}

/** The key held down, each repeat sent without waiting for the one before: the browser keeps their order. */
async function pressTab(keys: CDPSession, times: number): Promise<void> {
  const press = () => keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...TAB });
  await Promise.all(Array.from({ length: times }, press));
}

/** 'radio colour <input …' or '12 <a …'. */
function stopOf(line: string): string {
  return line.slice(0, line.indexOf(' <'));
}
