import { beforeAll, expect, it } from '@jest/globals';
import { importPeople } from '../network/files.js';
import { counterWorld, PIN } from '../sign-in/shared-devices-world.js';
import { startTestApp } from '../support/app.js';
import { describeInBrowser, DESK, PHONE, type Screen } from '../support/browser.js';
import { expectSound, setStage } from '../support/stage.js';
import { enrolHere, lock } from './shared-device-stage.js';

const WANTED = 'Tomáš Wiśniewski';

describeInBrowser('a shared device of a unit with many people', () => {
  const stage = setStage(() => startTestApp());
  beforeAll(async () => {
    await counterWorld(stage.app);
    const names = [
      WANTED,
      ...Array.from({ length: 30 }, (_, n) => `${'ABCDEFGHIJKLMNOPQRSTUVWXYZABCD'[n]}lex Person ${n}`),
    ];
    await importPeople(
      stage.app,
      names.map((name, n) => `${300_001 + n},${name},,000001,staff,2020-01-01,`),
    );
    await stage.app.db.query(
      `insert into pin (person_id, pin_hash, pepper_key, changed_at)
       select t.id, pin_hash, pepper_key, changed_at from pin join person p on p.id = pin.person_id and p.reference = '100001',
              person t where t.reference = '300001'`,
    );
  }, 60_000);

  const SCREENS: [string, Screen][] = [
    ['on a phone', PHONE],
    ['at a desk', DESK],
    ['on a phone without scripts', { ...PHONE, javaScript: false }],
    ['at a desk without scripts', { ...DESK, javaScript: false }],
  ];

  it.each(SCREENS)('is searched by name with keys alone, %s', async (_how, screen) => {
    const { page, troubles, leave } = await stage.arrive('150001', screen);
    await enrolHere(page, '/shared-devices/000001');
    await lock(page);
    // axe-core is a script itself.
    if (screen.javaScript !== false) await expectSound(page);
    await page.getByLabel('Find your name').focus();
    await page.keyboard.type('wisn tom');
    if (screen.javaScript !== false) expect(await page.locator('.names__name:visible').allInnerTexts()).toHaveLength(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: WANTED }).waitFor();
    expect(decodeURIComponent(page.url())).not.toContain('Wi');
    await page.getByLabel('Your PIN').fill(PIN);
    if (screen.javaScript === false) await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
    expect(troubles).toEqual([]);
    await leave();
  });

  it('says when nobody is called that, also without scripts', async () => {
    for (const javaScript of [true, false]) {
      const { page, leave } = await stage.arrive('150001', { ...PHONE, javaScript });
      await enrolHere(page, '/shared-devices/000001');
      await lock(page);
      await page.getByLabel('Find your name').fill('zzz');
      if (!javaScript) await page.keyboard.press('Enter');
      await page.getByText('No name here begins or goes like that.').waitFor();
      expect(await page.locator('.names__name:visible').count()).toBe(0);
      if (javaScript) await expectSound(page);
      await leave();
    }
  });
});
