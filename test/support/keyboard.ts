import type { Page } from 'playwright-core';

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

const WHERE = `(() => { const at = document.activeElement;
  if (at?.type === 'radio') return 'radio ' + at.name;
  return at?.dataset?.stop ?? null; })()`;

/** The controls of a page that the Tab key does not reach from its top, by their markup. */
export async function unreachedByKeyboard(page: Page): Promise<string[]> {
  const controls = await page.evaluate<string[]>(NUMBER_THE_CONTROLS);
  const wanted = new Map(controls.slice(0, MOST).map((line) => [stopOf(line), line]));
  await page.evaluate(
    'document.activeElement?.blur(); window.getSelection()?.removeAllRanges(); window.scrollTo(0, 0)',
  );
  // A date is three stops of its own: day, month, year.
  for (let press = 0; press < 4 * controls.length + 5 && wanted.size > 0; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<string | null>(WHERE);
    if (stop !== null) wanted.delete(stop);
  }
  return [...wanted.values()];
}

/** 'radio colour <input …' or '12 <a …'. */
function stopOf(line: string): string {
  return line.slice(0, line.indexOf(' <'));
}
