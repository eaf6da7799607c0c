import { importPeople, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';

export interface Somebody {
  id: number;
}

/** Two branches in Moors (Sam and Pat at Ashbridge, Kim at Millbridge), one in Downs (Ola), Dawn over Moors. */
export async function aSmallNetwork(app: TestApp) {
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
    'R2,South,A3,Downs,000004,Chalkford,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'sam,Sam Kaur,,000001,staff,2020-01-01,',
    'pat,Pat Post,,000001,postmaster,2020-01-01,',
    'kim,Kim Lane,,000002,staff,2020-01-01,',
    'ola,Ola Dean,,000004,staff,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
  ]);
  const people = await app.db.query<{ reference: string; id: number }>('select reference, id from person');
  const units = await app.db.query<{ code: string; id: number }>('select code, id from unit');
  const person = (reference: string): Somebody => ({ id: people.find((row) => row.reference === reference)!.id });
  const unitId = (code: string) => units.find((row) => row.code === code)!.id;
  return {
    sam: person('sam'),
    pat: person('pat'),
    kim: person('kim'),
    ola: person('ola'),
    dawn: person('dawn'),
    ashbridge: unitId('000001'),
    millbridge: unitId('000002'),
    chalkford: unitId('000004'),
  };
}
