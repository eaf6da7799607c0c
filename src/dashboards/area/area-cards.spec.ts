import { EQUAL_WEIGHTS } from '../../feedback/metrics/driver-weights.js';
import { describe, expect, it } from '@jest/globals';
import { someCounts, someWindows } from '../../../test/factories/customer-counts.js';
import type { CourseCard } from '../../courses/course-version.js';
import { NO_COUNTS } from '../../feedback/metrics/counts.js';
import { unitStandingOf } from '../../feedback/metrics/unit-standing.js';
import { NO_WINDOWS } from '../../feedback/metrics/windows.js';
import type { StayingUnit } from '../as-of/stays.queries.js';
import { USUAL } from '../period/choice.js';
import { stretchesOf } from '../period/stretches.js';
import { weigh } from '../table/weigh.js';
import { type AreaFacts, unitReads } from './area-facts.js';
import { cardsOf } from './area-cards.js';
import { withWeek } from './week-behind.js';
import { spotlight } from '../cards/spotlight.js';
import type { Voice } from '../cards/voices.js';

const area = { id: 7, code: 'A07', name: 'Northmere', regionId: 1, regionCode: 'R1', regionName: 'North' };
const unit = (id: number, name: string): StayingUnit => ({
  ...area,
  id,
  name,
  code: `02104${id}`,
  kind: 'branch',
  nation: 'england',
  areaId: 7,
  areaCode: 'A07',
  areaName: 'Northmere',
  stay: { cameOn: null, cameFrom: null, leftOn: null, movedTo: null, reached: true },
});
const course: CourseCard = {
  courseId: 1,
  versionId: 1,
  slug: 'put-it-right',
  kind: 'course',
  title: 'Put it right',
  summary: '',
  driver: 'expectations',
  minutes: 5,
  language: 'en',
};
const ashbridge = someWindows({ 4: someCounts(180, 122, { expectations: 0.35 }), earlier: someCounts(585, 480) });
const good = someWindows({ 4: someCounts(60, 56), earlier: someCounts(190, 176) });
const said = (unitId: number, comment: string, ease: number): Voice => ({
  unitId,
  unitCode: `02104${unitId}`,
  unitName: unitId === 1 ? 'Ashbridge' : 'Vennelshaw',
  comment,
  ease,
  emotion: ease > 3 ? 2 : -1,
  smallUnit: false,
  poor: [],
  answeredAt: new Date('2027-02-03T12:00:00Z'),
});

function facts(change: Partial<AreaFacts> = {}, windows = [ashbridge, good]): AreaFacts {
  const today = '2027-02-10';
  const stretches = stretchesOf(USUAL, '2027-02-01');
  const reads = unitReads({
    units: [unit(1, 'Ashbridge'), unit(2, 'Vennelshaw')],
    standings: new Map([1, 2].map((id) => [id, unitStandingOf(id, windows[id - 1] ?? NO_WINDOWS, [])])),
    sums: new Map(),
    stretches,
    weekly: [],
    weights: EQUAL_WEIGHTS,
    assigned: new Map([[2, { finished: 3, due: 10 }]]),
  });
  const weighed = weigh(reads, { now: NO_COUNTS, earlier: NO_COUNTS });
  const completion = { done: 0, possible: 0, courses: 0, inPost: 0 };
  const read = {
    happened: [],
    series: [],
    campaigns: [],
    completion,
    courses: [course],
    voices: [],
    standouts: [],
    campaign: null,
  };
  const asked = { area, today, asOf: null, unitsMoving: 0, choice: USUAL, stretches };
  const aside = new Set<string>();
  const rows = withWeek(weighed.rows, change.campaign ?? null, change.today ?? today);
  return { ...asked, ...read, ...weighed, rows, spot: spotlight(rows), decided: [], aside, ...change };
}

const cards = (of: AreaFacts, may = { assign: true, tell: false }) => cardsOf(of, may);

const taking = (code: string, lessons: number) => ({ code, people: 5, lessons });
const week = (today: string, lessons: [number, number]) => ({
  today,
  campaign: {
    campaign: {
      id: 1,
      slug: 'week',
      title: 'The Week',
      story: '',
      look: 'love' as const,
      startsOn: '2027-02-08',
      endsOn: '2027-02-13',
    },
    days: ['2027-02-08', '2027-02-09', '2027-02-10'].map((heldOn) => ({ heldOn })),
    taking: [taking('021041', lessons[0]), taking('021042', lessons[1])],
  } as unknown as AreaFacts['campaign'],
});

describe('what is worth doing in an area', () => {
  it('is first the branch that slips, with the cause and the course', () => {
    const voices = [said(1, 'Sent away twice', 2), said(2, 'Lovely', 5)];
    expect(cards(facts({ voices }))[0]).toMatchObject({
      title: 'Expectations is slipping at Ashbridge',
      text: 'Ease fell 14.3 points to 67.8 over four weeks.',
      quote: { words: 'Sent away twice', about: 'Ashbridge, 3 February 2027' },
      action: { text: 'Assign ‘Put it right’', path: '/assignments/new?unit=021041&course=put-it-right' },
    });
  });

  it('opens the branch where no course fits', () => {
    expect(cards(facts({ courses: [] }))[0]?.action).toEqual({ text: 'Open Ashbridge', path: '/units/021041' });
  });

  it('then training that is behind: the week while it runs, counting the days before today', () => {
    expect(cards(facts(week('2027-02-10', [5, 6])))[1]).toMatchObject({
      title: '1 branch is behind this week',
      text: 'They’ve finished fewer than 6 in 10 of the lessons of The Week so far. 3 days left.',
      action: { text: 'See which one', path: '/areas/A07?only=week#places' },
    });
  });

  it('or what was assigned, on the first day of the week and when everybody keeps up', () => {
    for (const campaign of [week('2027-02-08', [0, 0]), week('2027-02-10', [10, 10]), {}]) {
      expect(cards(facts(campaign))[1]).toMatchObject({
        title: '1 branch is behind on assigned training',
        text: 'They’ve finished fewer than 6 in 10 of what is due. Vennelshaw has finished 30%.',
        action: { path: '/areas/A07?show=behind&only=behind#places' },
      });
    }
  });

  it('says no more than that ease fell where other weeks were chosen, nor quotes what was said since', () => {
    const choice = { span: { from: '2026-11-02', to: '2026-11-23' }, against: 'before' } as const;
    const chosen = facts({ choice, stretches: stretchesOf(choice, '2027-02-01'), voices: [said(1, 'Sent away', 2)] });
    expect(cards(chosen)[0]?.text).toBe('Ease fell 14.3 points to 67.8.');
    const [, behind] = cards(chosen);
    expect(behind?.action?.path).toBe('/areas/A07?show=behind&only=behind&from=2026-11-02&to=2026-11-29#places');
  });

  it('and a thank-you, in a customer’s words where there are some', () => {
    expect(cards(facts({ voices: [said(2, 'Lovely', 5)] }))[2]).toMatchObject({
      title: 'Vennelshaw deserves a thank-you',
      text: 'Ease is 93.3 on 60 answers over 4 weeks.',
      quote: { words: 'Lovely', about: 'Vennelshaw, 3 February 2027' },
    });
    expect(cards(facts())[2]?.text).toBe('Ease is 93.3 on 60 answers over 4 weeks.');
  });

  it('is nothing at all where nobody has answered and nothing is due', () => {
    const empty = facts({}, []);
    const quiet = { ...empty, rows: empty.rows.map((one) => ({ ...one, assigned: { finished: 0, due: 0 } })) };
    expect(cards(quiet)).toEqual([]);
  });
});
