import { expect, it } from '@jest/globals';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, PHONE } from '../support/browser.js';
import { expectSound, setStage } from '../support/stage.js';

const HEAD = 'ref;branch;answered;How easy was it?;How did you feel?;In your words';
const ANSWERS = [
  'a1;021047;25/01/2027 09:30;Very easy;Delighted;Quick and kind at the counter',
  'a2;021047;26/01/2027 10:00;Difficult;Furious;I queued for half an hour',
  'a3;Ashbridge counter;27/01/2027 11:15;Easy;Satisfied;',
];
const file = (name: string, lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([...lines, ''].join('\n')),
});

/** Asks again and again, for ten seconds at most; the page's own policy lets nothing wait inside it. */
async function until(ask: () => Promise<unknown>, wanted: unknown): Promise<void> {
  for (let tries = 0; tries < 40; tries += 1) {
    if ((await ask()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  expect(await ask()).toBe(wanted);
}

describeInBrowser('imports by page', () => {
  const stage = setStage(() => startTestApp({ demo: true }));

  it('Nikhil adds a survey programme without JavaScript: two corrections, twenty rows, a dry run, the import', async () => {
    const visitor = await stage.arrive('310001', { ...PHONE, javaScript: false });
    const { page } = visitor;
    page.setDefaultTimeout(20_000);
    const looker = await stage.arrive('310001', PHONE);
    const look = async () => {
      await looker.visit(page.url());
      await expectSound(looker.page);
    };
    await page.goto('/feedback/imports');
    await page.getByRole('link', { name: 'Add a source' }).click();
    await page.getByLabel('Name of the survey programme').fill('Counter cards');
    await page.getByLabel('A file of answers').setInputFiles(file('cards.csv', [HEAD, ...ANSWERS]));
    await page.getByRole('button', { name: 'Look at its columns' }).click();
    await look();
    expect(await page.getByText('1 of the first 3 rows can be stored.').count()).toBe(1);
    await page.getByLabel('Ashbridge counter').fill('021047');
    await page.getByLabel('Furious').selectOption('Irritated');
    await page.getByRole('button', { name: 'Show again' }).first().click();
    expect(await page.getByText('3 of the first 3 rows can be stored.').count()).toBe(1);
    await look();
    await page.getByRole('button', { name: 'Save, and look at the whole file' }).click();
    await look();
    expect(await page.getByText('Looking at the file').count()).toBe(1);
    await stage.app.runJobs();
    await page.getByRole('link', { name: 'Look again' }).click();
    await look();
    await page.getByRole('button', { name: 'Import it' }).click();
    await stage.app.runJobs();
    await page.getByRole('link', { name: 'Look again' }).click();
    await look();
    expect(await page.locator('.facts').innerText()).toMatch(/Lines read\s+3\s+New\s+3/i);
    await page.goto('/feedback/imports');
    expect(await page.locator('table').innerText()).toContain('Counter cards');
    expect(looker.troubles).toEqual([]);
    await visitor.leave();
    await looker.leave();
  });

  it('Ros sees the bar of a people file move, and nothing is loaded behind her back', async () => {
    const visitor = await stage.arrive('900001');
    const { page, troubles } = visitor;
    page.setDefaultTimeout(20_000);
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Units and people from files' }).click();
    await page.getByLabel('What the file holds').selectOption('People and where they work');
    await page
      .getByLabel('File', { exact: true })
      .setInputFiles(
        file('joiners.csv', [
          'reference,name,email,unit_code,role,from,to',
          'joiner-1,Nia Bowen,,021047,staff,2027-02-15,',
          'joiner-2,=SUM(A1),,999999,staff,2027-02-15,',
        ]),
      );
    await page.getByRole('button', { name: 'Look at it first' }).click();
    await expectSound(page);
    const bar = page.locator('progress');
    const here = page.url();
    const report = (done: number) =>
      stage.app.db.query(
        `update job set claimed_at = now(), progress_done = $1, progress_total = 3000
          where kind = 'network.lookAtFile' and done_at is null`,
        [done],
      );
    await report(1000);
    await until(() => page.evaluate('document.querySelector("progress").value'), 1000);
    await report(2000);
    await until(() => page.evaluate('document.querySelector("progress").value'), 2000);
    expect(await page.getByText('2,000 of 3,000 lines read').count()).toBeGreaterThan(0);
    await stage.app.db.query(`update job set claimed_at = null where kind = 'network.lookAtFile' and done_at is null`);
    await stage.app.runJobs();
    const link = page.getByRole('link', { name: 'It has ended. See what came of it' });
    await link.waitFor();
    expect(page.url()).toBe(here);
    expect(await bar.count()).toBe(1);
    await link.click();
    await expectSound(page);
    expect(await page.getByText('1 row is rejected').count()).toBe(1);
    await page.getByText('New: 1').click();
    expect(await page.getByRole('cell', { name: 'Nia Bowen' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Take it over' }).click();
    await stage.app.runJobs();
    await link.waitFor();
    await link.click();
    expect(await page.getByText('Imported, with rejected rows').count()).toBe(1);
    await expectSound(page);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expectSound(page);
    expect(await page.getByText('Taken out: 1 person.').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await stage.app.runJobs();
    await link.waitFor();
    await link.click();
    expect(await page.getByText('Undone', { exact: true }).count()).toBe(1);
    expect(troubles).toEqual([]);
    await visitor.leave();
  });
});
