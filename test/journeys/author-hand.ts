import type { Page } from 'playwright-core';

/** What an author writes into the form of a question. */
export interface WrittenQuestion {
  text: string;
  /** In order; of a statement that is true or false the words are there already. */
  answers: { says?: string; why: string; right: boolean }[];
}

/**
 * An author's hand, which counts: one press of a button or a link is a step, and filling in the fields of a page is one.
 * It finds things by what can be read on the page.
 */
export class AuthorHand {
  steps = 0;

  constructor(readonly page: Page) {}

  /** @param name of a button or a link in the page's own part, as it begins or as it is */
  async press(name: string | RegExp): Promise<void> {
    this.steps += 1;
    const main = this.page.getByRole('main');
    const exact = typeof name === 'string';
    const found = main.getByRole('button', { name, exact }).or(main.getByRole('link', { name, exact }));
    await found.first().click({ timeout: 10_000 });
  }

  async fill(fields: Record<string, string>): Promise<void> {
    this.steps += 1;
    for (const [label, value] of Object.entries(fields))
      await this.page.getByLabel(label, { exact: true }).first().fill(value);
  }

  /** What the course is about: its summary, its driver and its minutes. */
  async fillAbout(summary: string, driver: string, minutes: string): Promise<void> {
    await this.fill({ Summary: summary, 'Minutes, quiz included': minutes });
    await this.page.getByRole('checkbox', { name: driver }).check();
    await this.page.getByLabel('Main driver').selectOption({ label: driver });
  }

  /** A customer who says something, two things to say to them, and how it ends. */
  async fillConversation(title: string): Promise<void> {
    this.steps += 1;
    const begins = this.page.getByRole('group', { name: /How it begins/ });
    const ends = this.page.locator('#node-end');
    await this.page.getByLabel('Title of the conversation').fill(title);
    await this.page.getByLabel('Where are we, and what has happened?').fill('Mrs Okoro waits at the counter.');
    await this.page.getByLabel('The customer’s name').fill('Mrs Okoro');
    await begins.getByLabel('The customer says').fill('My letter never came.');
    for (const [n, says] of ['I’m sorry. Let’s look together.', 'It isn’t here.'].entries()) {
      const choice = begins.getByRole('group', { name: `Choice ${n + 1}` });
      await choice.getByLabel('The colleague says').fill(says);
      await choice.getByLabel('Why that moves the customer').fill('She hears whether you care.');
    }
    await ends.getByLabel('The customer says').fill('Thank you for looking.');
    await ends.getByLabel('How it ended, and why').fill('She felt heard, and came back the next day.');
  }

  async fillQuestion({ text, answers }: WrittenQuestion): Promise<void> {
    this.steps += 1;
    await this.page.getByLabel('Question', { exact: true }).fill(text);
    const groups = await this.page.locator('fieldset.option-row').all();
    for (const [index, { says, why, right }] of answers.entries()) {
      const group = groups[index]!;
      if (says !== undefined) await group.getByLabel('What it says').fill(says);
      await group.getByLabel('Why it’s right or not').fill(why);
      const tick = group.getByLabel(/^Right answer/);
      if (right) await tick.check();
      else if ((await tick.getAttribute('type')) === 'checkbox') await tick.uncheck();
    }
    await this.page.getByLabel('Said to a right answer').fill('That’s what they remember.');
    await this.page.getByLabel('Said to a wrong answer').fill('Listen first.');
  }
}

const answer = (says: string, right = false) => ({ says, why: `Why “${says}”.`, right });

/** Four questions of all three kinds; whatever is right begins with “Listen” or is false. */
export const FOUR_QUESTIONS: WrittenQuestion[] = [
  {
    text: 'What comes first?',
    answers: [answer('Explain it'), answer('Listen to them', true), answer('Ring the depot')],
  },
  { text: 'And then?', answers: [answer('Listen again', true), answer('Send them on'), answer('Print a form')] },
  {
    text: 'Which two help?',
    answers: [answer('Listen for facts', true), answer('Listen for feelings', true), answer('Look at the screen')],
  },
  {
    text: 'A sorry costs money.',
    answers: [
      { why: 'It costs nothing.', right: false },
      { why: 'Right.', right: true },
    ],
  },
];
