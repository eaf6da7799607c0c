/** A small network with managers at every level, for specs of cover and access. Names are invented. */
import type { TestApp } from '../support/app.js';
import type { Browserless, Fields } from '../support/browserless.js';
import { importPeople, importUnits } from './files.js';

export const TODAY = '2026-11-20';

export async function coverWorld(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A07,Northmere,000001,Ashbridge,branch,england,2021-04-01,',
    'R1,North,A07,Northmere,000002,Millbridge,branch,england,2021-04-01,',
    'R1,North,A08,Coast,000003,Seahaven,branch,england,2021-04-01,',
    'R2,South,A09,Downs,000004,Chalkford,branch,england,2021-04-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,000001,staff,2021-04-01,',
    'eleri,Eleri Post,,000001,postmaster,2021-04-01,',
    'mill,Mill Post,,000002,postmaster,2021-04-01,',
    'priya,Priya Nair,,000003,postmaster,2021-04-01,',
    'dawn,Dawn Mercer,,A07,areaManager,2021-04-01,',
    'cole,Cole Coast,,A08,areaManager,2021-04-01,',
    'downs,Dara Downs,,A09,areaManager,2021-04-01,',
    'marcus,Marcus Vale,,R1,regionalManager,2021-04-01,',
    'south,Sol South,,R2,regionalManager,2021-04-01,',
    'nik,Nikhil Rao,,000004,analyst,2021-04-01,',
    'ros,Ros Admin,,000004,staff,2021-04-01,',
    'ros,Ros Admin,,000004,administrator,2021-04-01,',
    'guy,Guy Guest,,000003,guest,2021-04-01,',
  ]);
}

export async function personId(app: TestApp, reference: string): Promise<number> {
  return (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
}

export async function signedIn(app: TestApp, reference: string): Promise<Browserless> {
  return app.signInAs(await personId(app, reference));
}

/** What somebody types to give cover; Dawn's area to Priya for ten days unless said otherwise. */
export function wanted(change: Fields = {}): Fields {
  return {
    post: 'dawn/area/A07',
    deputy: 'priya',
    startsOn: TODAY,
    lasts: 'day',
    lastOn: '2026-11-29',
    formToken: crypto.randomUUID(),
    ...change,
  };
}

/** Gives it through the page; the address of the new cover. */
export async function give(browser: Browserless, change: Fields = {}): Promise<string> {
  const answer = await browser.post('/cover', wanted(change));
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.words}`);
  return answer.location!;
}

/** Takes every cover away, so that each case begins without one. */
export async function noCover(app: TestApp): Promise<void> {
  await app.db.query('truncate cover cascade');
}
