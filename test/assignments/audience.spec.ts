import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, askedBy, assign, previewOf, sendPreview, signedIn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
});
afterAll(() => app.stop());

describe('who is asked', () => {
  it('a whole area, with who joins it until the date', async () => {
    const { preview, path } = await assign(app, 'dawn', [], { everyUnitOf: 'A1' });
    expect(preview.words).toContain('Everybody in Moors, and who joins until the date');
    expect(preview.words).toContain('People to ask 3');
    expect(await askedBy(app, path)).toEqual(['bo', 'pia', 'sam']);
  });

  it('some roles there only', async () => {
    const { preview, path } = await assign(app, 'dawn', [], {
      everyUnitOf: 'A1',
      role: 'postmaster',
      course: 'another-course',
    });
    expect(preview.words).toContain('There: Postmasters');
    expect(await askedBy(app, path)).toEqual(['pia']);
  });

  it('a region with all its areas, by its manager', async () => {
    const { path } = await assign(app, 'ross', [], { everyAreaOf: 'R1' });
    expect(await askedBy(app, path)).toEqual(['bo', 'cy', 'grace', 'nik', 'pia', 'sam']);
  });

  it('the whole network, by the CX team', async () => {
    const { preview, path } = await assign(app, 'grace', [], { everywhere: 'yes' });
    expect(preview.words).toContain('The whole network');
    expect((await askedBy(app, path)).length).toBe(6);
  });

  it('people by name, wherever they work, and places beside them', async () => {
    const { preview, path } = await assign(app, 'dawn', ['000002'], { person: 'sam', course: 'another-course' });
    expect(preview.words).toContain('By name: Sam Kaur');
    expect(await askedBy(app, path)).toEqual(['bo', 'sam']);
  });

  it('pasted references, one a line, with whatever stands after them', async () => {
    const { preview, path } = await assign(app, 'dawn', [], {
      references: 'sam Sam Kaur\r\n\r\nbo\r\n',
      course: 'another-course',
    });
    expect(preview.words).toContain('Assign to 2 people');
    expect(await askedBy(app, path)).toEqual(['bo', 'sam']);
  });

  it('exactly those whom the preview counted', async () => {
    const choices: Record<string, string>[] = [
      { everyUnitOf: 'A1' },
      { everyUnitOf: 'A1', role: 'staff' },
      { person: 'bo' },
      { everyUnitOf: 'A2', person: 'sam' },
    ];
    for (const choice of choices) {
      const { preview, path } = await assign(app, 'ross', [], choice);
      const promised = Number(/People to ask (\d+)/.exec(preview.words)![1]);
      expect((await askedBy(app, path)).length).toBe(promised);
    }
  });
});

describe('finding people by name', () => {
  it('shows those of one’s own, ticks those chosen, and keeps the rest of the form', async () => {
    const dawn = await signedIn(app, 'dawn');
    const page = await dawn.get('/assignments/new?find=a&person=bo&unit=000001&course=another-course&reason=Because');
    expect(page.words).toContain('Sam Kaur');
    expect(page.text).toMatch(/value="bo" checked/);
    expect(page.text).toMatch(/value="000001" checked/);
    expect(page.text).toContain('>Because</textarea>');
    expect(page.words).not.toMatch(/Cy Nash|Omar Vale/);
  });

  it('by a reference, and says when nobody is called so', async () => {
    const dawn = await signedIn(app, 'dawn');
    expect((await dawn.get('/assignments/new?find=bo')).words).toContain('Bo Lyle bo, Millbridge');
    for (const words of ['Cy Nash', 'cy', 'zzz', '%', "x'--"])
      expect((await dawn.get(`/assignments/new?find=${encodeURIComponent(words)}`)).words).toContain(
        `Nobody else of yours is called ${words}.`,
      );
  });
});

describe('the preview', () => {
  it('says what it adds to a week and who goes above the budget', async () => {
    const dawn = await signedIn(app, 'dawn');
    const soon = await dawn.get(previewOf(['000002'], { dueOn: '2027-02-12' }));
    expect(soon.words).toMatch(/1 person goes above 15 minutes of learning a week. They are Bo Lyle./);
  });

  it('says which days of a themed week fall into it', async () => {
    await app.db.query(
      `with week as (insert into campaign (slug, title, story, look, starts_on, ends_on, content_hash)
                     values ('week', 'Themed week', 'Story', 'love', '2027-02-15', '2027-02-16', 'x') returning id)
       insert into theme_day (campaign_id, held_on, title, driver, course_id, summary, challenge, pledge_prompt, huddle)
       select week.id, day, 'Day', 'friendly', (select min(id) from course), 's', 'c', 'p', 'h'
         from week, unnest('{2027-02-15,2027-02-16}'::date[]) day`,
    );
    const dawn = await signedIn(app, 'dawn');
    const page = await dawn.get(previewOf(['000001'], { dueOn: '2027-02-16' }));
    expect(page.words).toContain('Themed week runs in that time: Monday 15 February and Tuesday 16 February.');
    expect(page.words).toContain('The due date itself is a day of that week.');
  });

  it('says how many messages go out on which days', async () => {
    const dawn = await signedIn(app, 'dawn');
    const later = await dawn.get(previewOf(['000002'], { dueOn: '2027-02-24' }));
    expect(later.words).toContain(
      'Tomorrow: 1 message, with your name and reason Wednesday 17 February: a reminder for up to 1 Monday 22 February: a reminder for up to 1 Wednesday 24 February: “due today” for up to 1 Saturday 27 February: a last reminder for up to 1, and you hear who is left',
    );
    const today = await dawn.get(previewOf(['000002'], { dueOn: '2027-02-10' }));
    expect(today.words).toContain('Today: 1 message, with your name and reason');
  });

  it('says who is left out for not having the role', async () => {
    const dawn = await signedIn(app, 'dawn');
    const page = await dawn.get(previewOf(['000001', '000002'], { role: 'postmaster' }));
    expect(page.words).toContain('Nobody with these roles is in post at Millbridge.');
  });
});

describe('outsiders', () => {
  it.each<[string, string, Record<string, string>, string]>([
    ['another area’s colleague by name', 'dawn', { person: 'cy' }, 'We can’t find cy among your people.'],
    ['somebody who does not exist reads alike', 'dawn', { person: 'zz' }, 'We can’t find zz among your people.'],
    ['pasted beside one’s own', 'dawn', { references: 'sam\ncy\nzz' }, 'We can’t find cy, zz among your people.'],
    ['another area', 'dawn', { everyUnitOf: 'A2' }, 'We can’t find the area A2 among yours.'],
    ['a region', 'dawn', { everyAreaOf: 'R1' }, 'We can’t find the region R1 among yours.'],
    ['everybody', 'dawn', { everywhere: 'yes' }, 'Choose places that are yours.'],
    ['everybody, by a region’s manager', 'ross', { everywhere: 'yes' }, 'Choose places that are yours.'],
    ['the own area, by a postmaster', 'pia', { everyUnitOf: 'A1' }, 'We can’t find the area A1 among yours.'],
    ['the neighbour, by a postmaster', 'pia', { person: 'bo' }, 'We can’t find bo among your people.'],
    [
      'a role that is not on the list',
      'dawn',
      { everyUnitOf: 'A1', role: 'areaManager' },
      'Choose roles from the list.',
    ],
  ])('%s is refused', async (_, who, choice, sentence) => {
    const browser = await signedIn(app, who);
    const page = await browser.get(previewOf([], choice));
    expect(page.status).toBe(422);
    expect(page.words).toContain(sentence);
    expect(page.words).not.toContain('Cy Nash');
  });

  it('a tampered preview is checked again when it is committed', async () => {
    const dawn = await signedIn(app, 'dawn');
    const preview = await dawn.get(previewOf(['000001']));
    const before = await app.db.query('select id from assignment');
    const changes: Record<string, string>[] = [
      { person: 'cy' },
      { everyUnitOf: 'A2' },
      { everywhere: 'yes' },
      { role: 'author' },
    ];
    for (const change of changes) expect((await sendPreview(dawn, preview.text, change)).status).toBe(422);
    expect(await app.db.query('select id from assignment')).toEqual(before);
  });
});
