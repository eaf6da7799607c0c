import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';
import { begin, hidden, pathOf, STUDIO } from './studio-world.js';
import { as, startWeek } from './week-world.js';

describe('the file of a week', () => {
  let app: TestApp;
  let grace: Browserless;

  beforeAll(async () => {
    app = await startWeek('2027-03-01T10:00:00Z');
    grace = await as(app, 'grace');
  });
  afterAll(() => app.stop());

  /** Sends a form with a file, as a browser does: the token first. */
  async function send(page: string, to: string, text: string, field: 'formToken' | 'revision'): Promise<Answer> {
    const form = await grace.get(page);
    const parts = [
      ['_csrf', hidden(form, '_csrf')],
      [field, hidden(form, field)],
    ].map(([name, value]) => `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
    const head =
      '--edge\r\nContent-Disposition: form-data; name="file"; filename="week.yaml"\r\nContent-Type: text/yaml';
    const body = `${parts.join('')}${head}\r\n\r\n${text}\r\n--edge--\r\n`;
    return grace.send('POST', to, body, { 'content-type': 'multipart/form-data; boundary=edge' });
  }
  const importFile = (text: string) => send(`${STUDIO}/new`, `${STUDIO}/from-file`, text, 'formToken');
  const exported = async (week: string) => grace.get(`${week}/file`);

  it('is saved, read again, and is the same', async () => {
    const file = await exported(await pathOf(grace, 'Love Your Customers Week 2027'));
    expect(file.headers.get('content-disposition')).toContain('love-your-customers-week-2027.yaml');
    const made = await importFile(file.text.replace('-week-2027', '-week-again'));
    expect(made.status).toBe(303);
    const again = await exported(made.location!);
    expect(again.text.replace('-week-again', '-week-2027')).toBe(file.text);
  });

  it('keeps the audience', async () => {
    const file = await exported(await pathOf(grace, 'Love Your Customers Week 2027'));
    const narrowed = file.text.replace('days:', 'audience:\n  regions:\n    - R1\n  kinds:\n    - branch\ndays:');
    const made = await importFile(narrowed.replace('-week-2027', '-week-north'));
    expect((await grace.get(made.location!)).words).toContain('Branches in R1');
    expect((await exported(made.location!)).text).toContain(
      'audience:\n  regions:\n    - R1\n  kinds:\n    - branch\n',
    );
  });

  it('is refused with every problem by its line, and nothing is made', async () => {
    const before = (await app.db.query('select from campaign_draft')).length;
    const file = (await exported(await pathOf(grace, 'Love Your Customers Week 2027'))).text;
    const broken = file.replace('driver: efficiency', 'driver: speed').replace('look: love', 'look: spring');
    const { status, words } = await importFile(broken);
    expect(status).toBe(422);
    expect(words).toMatch(/The file, line 4: Set “look” to one of: love\./);
    expect(words).toMatch(/The file, line \d+: Day 2: set “driver” to one of: friendly/);
    expect((await app.db.query('select from campaign_draft')).length).toBe(before);
  });

  it.each([
    ['', 'That file is empty'],
    ['\u0000\u0001', 'The file'],
    ['just words', 'write this as a list of fields'],
    ['a: &a [*a, *a]\nb: *a', 'The file'],
    [`slug: ${'x'.repeat(5000)}`, 'The file'],
  ])('that is no campaign is said so: %j', async (text, sentence) => {
    const { status, words } = await importFile(text);
    expect([status, words.toLowerCase()]).toEqual([422, expect.stringContaining(sentence.toLowerCase())]);
  });

  it('replaces a draft, and undo brings the draft back', async () => {
    const week = await begin(grace, '/from-template', { year: 2036 });
    const file = (await exported(await pathOf(grace, 'Love Your Customers Week 2027'))).text;
    expect((await send(week, `${week}/file`, file, 'revision')).status).toBe(303);
    expect((await grace.get(week)).words).toContain('A proper hello');
    await grace.post(`${week}/undos`, { revision: 2 });
    expect((await grace.get(week)).words).toContain('Glad you came in');
  });
});
