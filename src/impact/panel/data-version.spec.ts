import { describe, expect, it } from '@jest/globals';
import { type MadeUnit, madePanel } from '../../../test/support/study-panel.js';
import type { StudyDesign } from '../studies/study.js';
import { dataVersion } from './data-version.js';

const ASHBRIDGE: MadeUnit = {
  weeks: [
    [0, 10, 6],
    [3, 20, 19],
  ],
  start: 2,
};
const SEAHAVEN: MadeUnit = { weeks: [[1, 5, 4]], area: 2 };

const DESIGN: StudyDesign = {
  ...{ courseIds: [4, 11], metric: 'ease', threshold: 0.8, weighting: 'answers', clusterLevel: 'area' },
  ...{ kinds: ['branch', 'department'], regionIds: [1, 2], wavePlanId: null },
  weeks: { from: '2026-01-05', to: '2026-02-02' },
};

const version = (units: readonly MadeUnit[], weeks = 5, changed: Partial<StudyDesign> = {}) =>
  dataVersion(madePanel(units, weeks), { ...DESIGN, ...changed });
const FIRST = version([ASHBRIDGE, SEAHAVEN]);

describe('the version of the data of a study', () => {
  it('is the same for the same panel, whenever it was read and by whichever study of this design', () => {
    expect(version([ASHBRIDGE, SEAHAVEN])).toBe(FIRST);
    expect(version([ASHBRIDGE, SEAHAVEN], 5, { title: 'Another' } as Partial<StudyDesign>)).toBe(FIRST);
    expect(FIRST).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not ask in which order the design was chosen', () => {
    const chosen: Partial<StudyDesign> = { courseIds: [11, 4], kinds: ['department', 'branch'], regionIds: [2, 1] };
    expect(version([ASHBRIDGE, SEAHAVEN], 5, chosen)).toBe(FIRST);
  });

  it.each<[string, MadeUnit[]]>([
    ['one answer more', [{ ...ASHBRIDGE, weeks: [ASHBRIDGE.weeks[0]!, [3, 21, 19]] }, SEAHAVEN]],
    ['a good answer more', [{ ...ASHBRIDGE, weeks: [ASHBRIDGE.weeks[0]!, [3, 20, 20]] }, SEAHAVEN]],
    ['answers twice as many with the same score', [ASHBRIDGE, { ...SEAHAVEN, weeks: [[1, 10, 8]] }]],
    ['answers in another week', [ASHBRIDGE, { ...SEAHAVEN, weeks: [[2, 5, 4]] }]],
    ['another start', [{ ...ASHBRIDGE, start: 3 }, SEAHAVEN]],
    ['another area', [ASHBRIDGE, { ...SEAHAVEN, area: 3 }]],
    ['another region', [ASHBRIDGE, { ...SEAHAVEN, region: 2 }]],
    ['a unit more', [ASHBRIDGE, SEAHAVEN, { weeks: [[0, 1, 0]] }]],
    ['units in another order', [SEAHAVEN, ASHBRIDGE]],
  ])('is another with %s', (_, units) => {
    expect(version(units)).not.toBe(FIRST);
  });

  it('is another when the same rows are those of another unit', () => {
    const [sooner, later] = ASHBRIDGE.weeks;
    const last: MadeUnit['weeks'] = [[4, 5, 5]];
    const first = version([{ weeks: [sooner!, later!] }, { weeks: last }]);
    expect(version([{ weeks: [sooner!] }, { weeks: [later!, ...last] }])).not.toBe(first);
  });

  it('is another with a week more in which nobody answered', () => {
    expect(version([ASHBRIDGE, SEAHAVEN], 6)).not.toBe(FIRST);
  });

  it.each<[Partial<StudyDesign>]>([
    [{ courseIds: [4] }],
    [{ metric: 'friendly' }],
    [{ threshold: 0.7 }],
    [{ weighting: 'equal' }],
    [{ clusterLevel: 'unit' }],
    [{ kinds: ['branch'] }],
    [{ regionIds: null }],
    [{ weeks: { from: '2026-01-05', to: '2026-02-09' } }],
    [{ weeks: { from: '2025-12-29', to: '2026-02-02' } }],
    [{ wavePlanId: 1 }],
  ])('is another with %j', (changed) => {
    expect(version([ASHBRIDGE, SEAHAVEN], 5, changed)).not.toBe(FIRST);
  });
});
