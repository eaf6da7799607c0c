import type { Page } from 'playwright-core';

const MOST_TABS = 300;

/** Moves with the tab key alone until the control with this name has the focus, forwards through the page. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(NAME_OF_FOCUSED);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
  }
  throw new Error(`No tab leads to ${String(name)} on ${page.url()}`);
}

/** What a screen reader would call what has the focus, roughly; said in the browser. */
const NAME_OF_FOCUSED = `(() => {
  const at = document.activeElement;
  const words = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
  return words.replace(/\\s+/g, ' ').trim();
})()`;
