import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { importPeople, importUnits } from './files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,DIG,Digital,department,england,2020-01-01,',
  ]);
});
afterAll(() => app.stop());

const postingsOf = (reference: string) =>
  app.db.query(
    `select coalesce(u.code, a.code, r.code) as place, p.role, p.main, p.valid::text
       from posting p join person on person.id = p.person_id left join unit u on u.id = p.unit_id
       left join area a on a.id = p.area_id left join region r on r.id = p.region_id
      where person.reference = $1 order by p.valid, p.role, p.main`,
    [reference],
  );

describe('the people file', () => {
  it('brings in people with their postings, at units, areas and regions', async () => {
    const result = await importPeople(app, [
      '1,Sam Kaur,sam@example.org,000001,staff,2020-01-01,',
      '2,Dawn Mercer,,A1,areaManager,2021-01-01,',
      '3,Ross Vale,,R1,regionalManager,2021-01-01,',
    ]);
    expect(result).toMatchObject({ read: 3, new: 3, rejected: 0 });
    expect(await postingsOf('2')).toEqual([{ place: 'A1', role: 'areaManager', main: true, valid: '[2021-01-01,)' }]);
  });

  it('changes nothing when it comes again', async () => {
    const again = await importPeople(app, ['1,Sam Kaur,sam@example.org,000001,staff,2020-01-01,']);
    expect(again).toMatchObject({ new: 0, moved: 0, changed: 0, unchanged: 1 });
  });

  it('moves somebody on a day and keeps where they were', async () => {
    const result = await importPeople(app, ['1,Sam Kaur,sam@example.org,000002,staff,2026-04-01,']);
    expect(result).toMatchObject({ moved: 1, difference: [{ code: '1', was: '000001', now: '000002' }] });
    expect(await postingsOf('1')).toEqual([
      { place: '000001', role: 'staff', main: true, valid: '[2020-01-01,2026-04-01)' },
      { place: '000002', role: 'staff', main: true, valid: '[2026-04-01,)' },
    ]);
  });

  it('closes the posting of a leaver, and takes up who comes back', async () => {
    await importPeople(app, ['4,Ana Reid,,000001,staff,2020-01-01,']);
    expect(await importPeople(app, ['4,Ana Reid,,000001,staff,2020-01-01,2024-06-30'])).toMatchObject({ changed: 1 });
    await importPeople(app, ['4,Ana Reid,,000001,staff,2026-01-05,']);
    expect(await postingsOf('4')).toMatchObject([{ valid: '[2020-01-01,2024-07-01)' }, { valid: '[2026-01-05,)' }]);
  });

  it('a new role at the same place follows the old one', async () => {
    await importPeople(app, ['5,Bo Lyle,,000001,staff,2020-01-01,']);
    expect(await importPeople(app, ['5,Bo Lyle,,000001,postmaster,2026-04-01,'])).toMatchObject({
      changed: 1,
      moved: 0,
    });
    expect(await postingsOf('5')).toMatchObject([
      { role: 'staff', valid: '[2020-01-01,2026-04-01)' },
      { role: 'postmaster', valid: '[2026-04-01,)' },
    ]);
  });

  it('a champion’s row stands beside the job, which stays the main posting', async () => {
    await importPeople(app, ['6,Cy Nash,,000001,staff,2020-01-01,']);
    await importPeople(app, ['6,Cy Nash,,DIG,champion,2026-04-01,']);
    expect(await postingsOf('6')).toEqual([
      { place: '000001', role: 'staff', main: true, valid: '[2020-01-01,)' },
      { place: 'DIG', role: 'champion', main: false, valid: '[2026-04-01,)' },
    ]);
  });

  it('of two jobs the earlier one is the main posting, and the other takes over when it ends', async () => {
    await importPeople(app, ['7,Di Orme,,000001,staff,2020-01-01,2025-12-31', '7,Di Orme,,000002,staff,2024-01-01,']);
    expect(await postingsOf('7')).toEqual([
      { place: '000001', role: 'staff', main: true, valid: '[2020-01-01,2026-01-01)' },
      { place: '000002', role: 'staff', main: false, valid: '[2024-01-01,2026-01-01)' },
      { place: '000002', role: 'staff', main: true, valid: '[2026-01-01,)' },
    ]);
    const again = await importPeople(app, [
      '7,Di Orme,,000002,staff,2024-01-01,',
      '7,Di Orme,,000001,staff,2020-01-01,2025-12-31',
    ]);
    expect(again).toMatchObject({ unchanged: 2 });
  });

  it('lets two people exchange their e-mail addresses', async () => {
    await importPeople(app, [
      '8,Ed Pike,ed@example.org,000001,staff,2020-01-01,',
      '9,Flo Quin,flo@example.org,000001,staff,2020-01-01,',
    ]);
    const result = await importPeople(app, [
      '8,Ed Pike,flo@example.org,000001,staff,2020-01-01,',
      '9,Flo Quin,ed@example.org,000001,staff,2020-01-01,',
    ]);
    expect(result).toMatchObject({ changed: 2, rejected: 0 });
  });

  it('lists rejected rows with line and reason and takes the others', async () => {
    const result = await importPeople(app, [
      '20,Gil Rowe,,999999,staff,2020-01-01,',
      '21,Hal Snow,,000001,areaManager,2020-01-01,',
      '22,Ida Tarn,ida@example.org,000001,staff,2020-01-01,',
      '22,Ida Thorn,ida@example.org,000002,champion,2020-01-01,',
      '23,Joe Unwin,IDA@example.org,000001,staff,2020-01-01,',
      '24,Kit Vane,sam@example.org,000001,staff,2020-01-01,',
      '25,Lou Wade,,000001,boss,2020-01-01,',
      '22,Ida Tarn,ida@example.org,000001,staff,2022-01-01,',
    ]);
    expect(result).toMatchObject({ read: 8, new: 1, rejected: 7 });
    expect(result.errors.map(({ line, reason }) => `${line} ${reason}`).join('\n')).toMatchInlineSnapshot(`
     "2 There is no unit with the code 999999. Import the units file first, or mend the code.
     3 There is no area with the code 000001. Import the units file first, or mend the code.
     5 22 is called “Ida Thorn” here and “Ida Tarn” on line 4.
     6 The e-mail address IDA@example.org belongs to 22 on line 4.
     7 The e-mail address sam@example.org belongs to somebody else already.
     8 “boss” in role is not one of staff, postmaster, champion, departmentManager, guest, areaManager, regionalManager, author, analyst, administrator.
     9 Another row already gives 22 the role staff at 000001 on some of these days."
    `);
  });
});
