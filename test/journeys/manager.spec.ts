import { afterAll, expect, it } from '@jest/globals';
import { DeliveryService } from '../../src/notifications/delivery/delivery.service.js';
import { FollowListener } from '../../src/assignments/following/follow.listener.js';
import { startMailServer, type TestMailServer } from '../notifications/mail-server.js';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, type Visitor } from '../support/browser.js';
import { expectSound, setStage, wordsOf } from '../support/stage.js';
import { tabTo } from './keyboard.js';

const SAM = '100001';
const DAWN = '200001';
const REASON = 'So that nobody is sent to the next town.';

/** An area manager's week, in its order: each part stands on what the one before left behind. */
describeInBrowser('an area manager', () => {
  let mail: TestMailServer;
  let path = '';
  const stage = setStage(async () => {
    mail = await startMailServer();
    const app = await startTestApp({ demo: true, env: { SMTP_URL: mail.url } });
    await app.db.query(`update person set email = null`);
    await app.db.query(`update person set email = 'sam@example.org' where reference = $1`, [SAM]);
    await app.db.query('truncate message, mail cascade');
    return app;
  });
  afterAll(() => mail?.stop());

  const press = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const open = ({ page }: Visitor, summary: string) => page.locator('summary', { hasText: summary }).first().click();

  it('assigns to somebody by name and to a role in the area, on a phone with JavaScript off', async () => {
    const dawn = await stage.arrive(DAWN, { ...PHONE, javaScript: false });
    await dawn.visit('/assignments/new');
    await dawn.page.getByLabel('Course').selectOption({ value: 'travel-money-explained-simply' });
    await dawn.page.getByLabel(/^All 41 branches of/).check();
    await open(dawn, 'Only some roles there');
    await dawn.page.getByLabel('Postmasters').check();
    await open(dawn, 'Name people');
    await dawn.page.getByLabel('Find somebody').fill('Sam Kaur');
    await press(dawn, 'Find');
    await dawn.page.getByLabel('Sam Kaur').check();
    await dawn.page.getByLabel('Why are you asking?').fill(REASON);
    await press(dawn, 'See who this reaches');

    expect(await wordsOf(dawn)).toMatch(/There: Postmasters/);
    expect(await wordsOf(dawn)).toContain('By name: Sam Kaur');
    expect(await wordsOf(dawn)).toContain(`Dawn Mercer, your area manager, asked you: “${REASON}”`);
    expect(await wordsOf(dawn)).toContain('Love Your Customers Week runs in that time');
    expect(await wordsOf(dawn)).toMatch(/Tomorrow: \d+ messages, with your name and reason/);
    await dawn.keepPicture('manager-preview-phone');
    await press(dawn, /^Assign to/);
    expect(await wordsOf(dawn)).toMatch(/Assigned to \d+ branches: \d+ people have until/);
    path = new URL(dawn.page.url()).pathname;
    await dawn.keepPicture('manager-assigned-phone');
    await dawn.leave();
  }, 120_000);

  it('nudges one of them and gives them more time, at a desk', async () => {
    const dawn = await stage.arrive(DAWN, DESK);
    await dawn.visit(path);
    await expectSound(dawn.page);
    await dawn.page.getByLabel('Choose Sam Kaur').check();
    await press(dawn, 'Nudge them');
    expect(await wordsOf(dawn)).toContain('Nudged 1 person.');
    await dawn.page.getByLabel('Choose Sam Kaur').check();
    await dawn.page.getByLabel('More time, until').fill('2027-03-10');
    await press(dawn, 'Give them that time');
    expect(await wordsOf(dawn)).toContain('1 person has until Wednesday 10 March.');
    await dawn.page.getByRole('link', { name: 'Sam Kaur' }).click();
    expect(await wordsOf(dawn)).toContain('Nudged lately. You can nudge again on Saturday 13 February.');
    await expectSound(dawn.page);
    expect(dawn.troubles).toEqual([]);
    await dawn.keepPicture('manager-person-desk');
    await dawn.leave();
  }, 60_000);

  it('makes another one and undoes it with the keyboard alone', async () => {
    const dawn = await stage.arrive(DAWN, DESK);
    const { page } = dawn;
    await dawn.visit('/assignments/new?unit=021047&course=put-it-right-first-time');
    await tabTo(page, 'See who this reaches');
    await page.keyboard.press('Enter');
    await page.waitForURL(/preview/);
    await tabTo(page, /^Assign to/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/assignments\/\d+$/);
    await tabTo(page, 'Undo it');
    await page.keyboard.press('Enter');
    expect(await wordsOf(dawn)).toContain('Until 23:59 tonight you can undo it');
    await tabTo(page, 'Undo this assignment');
    await page.keyboard.press('Enter');
    await page.getByText('Undone: it asks nobody any more.').waitFor();
    await expectSound(dawn.page);
    expect(dawn.troubles).toEqual([]);
    await dawn.leave();
  }, 60_000);

  it('is named to Sam, with the reason, wherever Sam looks', async () => {
    const sam = await stage.arrive(SAM, PHONE);
    const why = `Dawn Mercer, your area manager, asked you: “${REASON}”`;
    for (const page of ['/', '/courses/travel-money-explained-simply', '/record']) {
      await sam.visit(page);
      expect(await wordsOf(sam)).toContain(why);
      expect(await wordsOf(sam)).toContain('Ask for more time');
      expect(await wordsOf(sam)).not.toContain('sorted in one visit');
      await expectSound(sam.page);
    }
    expect(sam.troubles).toEqual([]);
    await sam.leave();
  }, 60_000);

  it('reads who was told, each message once, and Sam’s letter comes once', async () => {
    const [doubled, told] = await Promise.all([
      stage.app.db.query('select person_id, kind, subject_id from message group by 1, 2, 3 having count(*) > 1'),
      stage.app.db.query<{ kind: string; state: string }>(
        `select m.kind, m.state from message m join person p on p.id = m.person_id where p.reference = $1 and m.subject_id = $2 order by m.kind`,
        [SAM, Number(path.split('/').at(-1))],
      ),
    ]);
    expect(doubled).toEqual([]);
    expect(told).toEqual([
      { kind: 'assignments.assigned', state: 'suppressed' },
      { kind: 'assignments.extended', state: 'planned' },
      { kind: 'assignments.nudge', state: 'planned' },
    ]);
    stage.app.clock.set('2027-02-11T10:00:00Z');
    for (let round = 0; round < 2; round += 1) {
      await stage.app.nest.get(FollowListener).remind();
      await stage.app.nest.get(DeliveryService).deliver();
    }
    const letters = mail.received.filter(({ to }) => to === 'sam@example.org');
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain(`Dawn Mercer, your area manager, asked you: “${REASON}”`);
    expect(letters[0]!.text).toContain('/courses/travel-money-explained-simply');

    const dawn = await stage.arrive(DAWN, DESK);
    await dawn.visit(`${path}/messages`);
    expect(await wordsOf(dawn)).toMatch(/Sam Kaur Nudge .* E-mailed/);
    await expectSound(dawn.page);
    await dawn.keepPicture('manager-told-desk');
    await dawn.leave();
  }, 60_000);
});
