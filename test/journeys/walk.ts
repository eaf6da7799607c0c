import type { Locator, Page } from 'playwright-core';
import { plain, rightAnswers } from './right-answers.js';

const answers = rightAnswers();
const MOST_STEPS = 80;

/**
 * From a course's first page to "You finished": talks to customers, answers what is asked, and presses the button at the
 * foot. Looks at what is on the page only, as a colleague does. `onPage` is called on every new page.
 */
export async function walkToTheEnd(page: Page, onPage: () => Promise<void> = async () => undefined): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await onPage();
    if (/\/finished$/.test(new URL(page.url()).pathname)) return;
    await doNext(page);
  }
  throw new Error(`No end after ${MOST_STEPS} steps: ${page.url()}`);
}

async function doNext(page: Page): Promise<void> {
  const saying = page.locator('.choices button').first();
  const check = page.locator('.check form:has(input[name="answer"])').first();
  const question = page.locator('form#question');
  if (await saying.count()) return saying.click();
  if (await check.count()) return answer(check, check.getByRole('button', { name: 'Check my answer' }));
  if (await question.count()) return answer(question, foot(page));
  await foot(page).click();
}

/** The way on: the button at the foot that is not the quiet one. */
function foot(page: Page): Locator {
  return page.locator('.player__foot .govuk-button:not(.govuk-button--secondary)').last();
}

async function answer(form: Locator, button: Locator): Promise<void> {
  const words = plain(await form.locator('legend').innerText());
  const right = answers.get(words);
  if (!right) throw new Error(`No course asks: ${words}`);
  for (const label of await form.locator('.opt label').all()) {
    if (right.includes(plain(await label.innerText()))) await label.click();
  }
  await button.click();
}
