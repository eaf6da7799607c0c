/** Two regions with a unit that moved, one that closed and one to come; people who moved, left, are away or will begin. */
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { importPeople, importUnits } from './files.js';

export const NOW = '2026-11-20T10:00:00Z';

export async function aNetwork(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A07,Northmere and Coast,021047,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,021048,Vennelshaw,branch,england,2020-01-01,',
    'R1,North,A07,Northmere and Coast,021060,Old Quay,branch,england,2020-01-01,2026-09-30',
    'R1,North,A07,Northmere and Coast,021061,New Quay,branch,england,2027-03-01,',
    'R1,North,A07,Northmere and Coast,021049,Moorby,branch,england,2020-01-01,2026-05-03',
    'R1,North,A08,Dale and Fell,021049,Moorby,branch,england,2026-05-04,',
    'R1,North,A08,Dale and Fell,021050,Fellside,branch,england,2020-01-01,',
    'R2,South,A20,Downs,031001,Chalkford,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    '100001,Sam Kaur,sam@example.org,021047,staff,2020-01-01,',
    '100002,Siân O’Neill-Rees,,021047,staff,2024-03-01,',
    '100003,Ella Mahmood,,021048,staff,2020-01-01,',
    '100004,Mina Move,,021050,staff,2020-01-01,2026-05-03',
    '100004,Mina Move,,021048,staff,2026-05-04,',
    '100005,Lee Left,,021047,staff,2020-01-01,2026-06-30',
    '100006,Nia Next,,021048,staff,2027-01-04,',
    '100007,Ola Quay,,021060,staff,2020-01-01,2026-09-30',
    '100008,Fay Fell,,021050,staff,2020-01-01,',
    '100009,Samson Kaurin,,031001,staff,2020-01-01,',
    '100010,Gone Away,,021048,staff,2020-01-01,2026-05-03',
    '100010,Gone Away,,031001,staff,2026-05-04,',
    '150001,Pia Post,,021048,postmaster,2020-01-01,',
    '200001,Dawn Mercer,,A07,areaManager,2020-01-01,',
    '200002,Dale Other,,A08,areaManager,2020-01-01,',
    '250001,Regina North,,R1,regionalManager,2020-01-01,',
    '310001,Nikhil Rao,,031001,analyst,2020-01-01,',
    '900001,Ros Admin,,031001,administrator,2020-01-01,',
    '160001,Cho Champion,,021047,champion,2020-01-01,',
    '170001,Gil Guest,,031001,guest,2020-01-01,',
  ]);
  await app.db.query(
    `insert into leave (person_id, valid) select id, '[2026-10-01,2027-02-01)' from person where reference = '100003'`,
  );
}

export async function signIn(app: TestApp, reference: string): Promise<Browserless> {
  const person = await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]);
  return app.signInAs(person!.id);
}
