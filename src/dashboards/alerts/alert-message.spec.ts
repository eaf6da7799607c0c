import { describe, expect, it } from '@jest/globals';
import { alertFacts, sayAlert } from './alert-message.js';
import type { Condition } from './alert.js';
import type { Subject } from './subject.js';
import type { Told } from './told.js';

const theme: Subject = { name: 'Queues', nameCy: 'Ciwiau', number: null };
const footfall: Subject = {
  name: 'Footfall',
  nameCy: '',
  number: { unit: 'visitors', unitCy: 'ymwelwyr', decimals: 0, grain: 'month' },
};
const place = { id: 7, level: 'area', code: 'A07', eachUnit: true } as const;
const told = (facts: Partial<Told> = {}) => ({
  ...{ placeId: 1, code: '021047', name: 'Ashbridge', week: '2027-02-01' },
  ...{ value: 54.2, low: null, high: null, n: 24, change: null, ...facts },
});

const CASES: [Condition, Subject | null, Partial<Told>, string, string, string][] = [
  [
    { measure: 'ease', rule: 'falls', threshold: null },
    null,
    { value: 67.8, low: 60.6, high: 74.2, n: 180, change: -14.3 },
    'Ashbridge: Ease falls clearly (slipping)',
    'Ease 67.8 (60.6 to 74.2) on 180 answers in four weeks to 7 February 2027, 14.3 points less than in the 13 weeks before.',
    '/units/021047?from=2027-01-11&to=2027-02-07',
  ],
  [
    { measure: 'completion', rule: 'below', threshold: 60 },
    null,
    {},
    'Ashbridge: Assigned completion is below 60%',
    '13 of 24 finished (54%).',
    '/units/021047',
  ],
  [
    { measure: 'rising:queues', rule: 'above', threshold: 0 },
    theme,
    { value: 30, n: 100, change: 20 },
    'Ashbridge: Comments speak of ‘Queues’ clearly more often',
    '30.0% of 100 comments in four weeks to 7 February 2027, 20.0 points more than in the 13 weeks before.',
    '/units/021047/comments?theme=queues&from=2027-01-11&to=2027-02-07',
  ],
  [
    { measure: 'theme:queues', rule: 'above', threshold: 8 },
    theme,
    { value: 9, n: 9 },
    'Ashbridge: More than 8 comments in a week speak of ‘Queues’',
    '9 comments speak of it in the week to 7 February 2027.',
    '/units/021047/comments?theme=queues&from=2027-02-01&to=2027-02-07',
  ],
  [
    { measure: 'number:footfall', rule: 'below', threshold: 1000 },
    footfall,
    { value: 940, n: 1, week: '2027-01-01' },
    'Ashbridge: Footfall: below 1,000 visitors',
    'January 2027: 940 visitors.',
    '/units/021047',
  ],
  [
    { measure: 'funnel', rule: 'below', threshold: 99.8 },
    null,
    { value: 61.2, n: 140 },
    'Ashbridge: Ease is clearly below others (outside the 99.8% limits)',
    'Ease 61.2 on 140 answers, as of the week to 7 February 2027.',
    '/units/021047?from=2027-01-11&to=2027-02-07',
  ],
];

describe('what an alert tells', () => {
  it.each(CASES)('%j', (condition, subject, facts, title, text, path) => {
    const said = sayAlert(alertFacts({ ...place, ...condition }, [told(facts)], subject));
    expect([said.title, said.text, said.path]).toEqual([title, text, path]);
    expect(said.aside?.path).toBe('/alerts/7');
  });

  it('of many units names the first and leads to all of them', () => {
    const all = ['Ashbridge', 'Chalkford', 'Dunsea', 'Eastling', 'Fellside'].map((name) => ({ ...told(), name }));
    const said = sayAlert(alertFacts({ ...place, measure: 'funnel', rule: 'below', threshold: 99.8 }, all, null));
    expect(said.title).toMatch(/^Ashbridge, Chalkford, Dunsea and 2 more: /);
    expect([said.text, said.path]).toEqual(['In the weeks to 7 February 2027.', '/areas/A07/compare']);
  });
});

describe('facts that no alert keeps', () => {
  const good = alertFacts({ ...place, measure: 'ease', rule: 'falls', threshold: null }, [told()], null);

  it.each([
    ['measure', 'weather'],
    ['measure', 'theme:'],
    ['measure', 7],
    ['rule', 'sometimes'],
    ['threshold', 'ten'],
    ['week', '2027-02-31'],
    ['week', null],
    ['path', 'https://elsewhere.example'],
    ['places', 4],
    ['more', 'some'],
    ['alertId', null],
  ])('%s %j lead to the alerts and say nothing else', (name, value) => {
    const said = sayAlert({ ...good, [name]: value });
    expect([said.title, said.path]).toEqual(['One of your alerts', '/alerts']);
  });

  it('a rule that lacks its number is none, and figures that are no numbers are left out', () => {
    expect(sayAlert({ ...good, rule: 'below' }).path).toBe('/alerts');
    expect(sayAlert({ ...good, value: 'much' }).text).toBe('In the weeks to 7 February 2027.');
  });

  it('what a version before names had kept is said as before', () => {
    const { subject, subjectCy, ...before } = good;
    expect([subject, subjectCy]).toEqual([undefined, undefined]);
    expect(sayAlert(before).title).toBe('Ashbridge: Ease falls clearly (slipping)');
  });
});
