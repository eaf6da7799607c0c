import { Passwords } from '../../src/sign-in/passwords/passwords.service.js';
import type { TestApp } from '../support/app.js';
import { importPeople, importUnits } from '../network/files.js';

export const PASSWORD = 'correct horse battery';

/** Sam and Pia work at Ashbridge; Ann has left; Nobody has a password but no posting. All passwords are PASSWORD. */
export async function peopleWithPasswords(app: TestApp, { demo = false } = {}): Promise<void> {
  await importUnits(app, ['R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,']);
  await importPeople(app, [
    '100001,Sam Kaur,Sam.Kaur@example.org,000001,staff,2020-01-01,',
    '150001,Eleri Pugh,,000001,postmaster,2020-01-01,',
    'LEFT1,Ann Left,,000001,staff,2020-01-01,2024-12-31',
  ]);
  const hash = await app.nest.get(Passwords).hash(PASSWORD);
  await app.db.query('insert into credential (person_id, password_hash, demo) select id, $1, $2 from person', [
    hash,
    demo,
  ]);
}

export async function idOf(app: TestApp, reference: string): Promise<number> {
  return (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
}
