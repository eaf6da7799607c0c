/** Thirty-six branches in three areas, two of them too small to have a mean of their own; one branch clearly below the rest. */
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { aCourse, publish } from '../factories/courses.js';
import { importPeople, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { answers } from './world.js';

export const TODAY = '2027-02-10';
export const LAST_WEEK = '2027-02-01';

export const branchCode = (at: number): string => `04${String(at).padStart(4, '0')}`;

/** Branches 0 to 23 stand in Broad, 24 to 29 in Narrow, 30 to 35 in Far, which is another region's. */
const areaOf = (at: number) => (at < 24 ? 'R1,North,B1,Broad' : at < 30 ? 'R1,North,N1,Narrow' : 'R2,South,F1,Far');

export async function aNetworkToCompare(app: TestApp): Promise<void> {
  const branches = Array.from({ length: 36 }, (_, at) => at);
  await importUnits(app, [
    ...branches.map((at) => `${areaOf(at)},${branchCode(at)},Branch ${at},branch,england,2020-01-01,`),
    'R2,South,H1,Head office,CX,Customer team,department,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'bea,Bea Broad,,B1,areaManager,2020-01-01,',
    'ned,Ned Narrow,,N1,areaManager,2020-01-01,',
    'rita,Rita North,,R1,regionalManager,2020-01-01,',
    'fay,Fay Far,,F1,areaManager,2020-01-01,',
    `pat,Pat Post,,${branchCode(0)},postmaster,2020-01-01,`,
    'ana,Ana Lyst,,CX,analyst,2020-01-01,',
  ]);
  await publish(app, aCourse({ slug: 'put-it-right-first-time', title: 'Put it right first time' }));
  await answers(
    app,
    branches.map((at) => ({ unit: branchCode(at), week: LAST_WEEK, ...saidAt(at) })),
  );
  await app.nest.get(Standings).fill(TODAY);
}

/** Broad scores about 80 on 60 answers, but branch 0 scores 40; branch 1 all of its 10, branch 2 none of its 9. */
function saidAt(at: number) {
  if (at === 0) return { n: 60, easy: 24, drivers: { expectations: 0.3 } };
  if (at === 1) return { n: 10, easy: 10 };
  if (at === 2) return { n: 9, easy: 0 };
  return { n: 60, easy: 46 + (at % 5) };
}
