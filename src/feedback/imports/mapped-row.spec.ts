import { describe, expect, it } from '@jest/globals';
import { fingerprint } from './fingerprint.js';
import { headingProblem } from './heading.js';
import { mappedTexts, rowMapper } from './mapped-row.js';
import { parseMapping } from './mapping.js';

const HEADING = ['id', 'branch', 'when', 'easy', 'felt', 'said', 'more', 'phone'];
const JSON_MAPPING = {
  unit: { column: 'branch' },
  time: { column: 'when' },
  ease: { column: 'easy', map: { 'Very easy': 5, '1': 1, '4': 4, '-99': null } },
  emotion: { column: 'felt' },
  comment: ['said', 'more'],
  ignore: ['N/A'],
};
const mapping = parseMapping(JSON_MAPPING);
const NOW = new Date('2027-02-10T10:00:00Z');
const findUnit = (text: string) =>
  text === '021047' ? { unitId: 7 } : { reason: text === 'x' ? 'No such unit.' : `No unit has the code “${text}”.` };
const map = rowMapper(mapping, HEADING, findUnit, NOW);
const line = (changes: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    id: 'r1',
    branch: '021047',
    when: '2027-01-06T09:30',
    easy: 'very easy',
    felt: '',
    said: '',
    more: '',
    phone: '07700 900123',
    ...changes,
  };
  return HEADING.map((column) => cells[column] ?? '');
};

describe('a line of a file', () => {
  it('becomes a response', () => {
    expect(map(line({ felt: 'Delighted', said: 'Great', more: 'Ring 07700 900123' }))).toMatchObject({
      row: {
        unitId: 7,
        answeredAt: new Date('2027-01-06T09:30:00Z'),
        answers: { ease: 5, emotion: 2 },
        comment: 'Great\nRing [phone number]',
      },
    });
  });

  it.each([
    [{ easy: '4.0' }, { ease: 4 }],
    [{ easy: '4,00' }, { ease: 4 }],
    [{ easy: '-99' }, {}],
    [{ easy: '' }, {}],
    [{ easy: 'n/a', felt: 'N/A' }, {}],
  ])('reads %j as the answers %j', (changes, answers) =>
    expect(map(line(changes))).toMatchObject({ row: { answers } }),
  );

  it.each([
    [{ when: '' }, { column: 'when', reason: 'The time is empty.' }],
    [{ when: 'soon' }, { column: 'when', reason: '“soon” is not a date and time between 2000 and 2100.' }],
    [
      { when: '2027-10-02T09:30' },
      {
        column: 'when',
        reason: '“2027-10-02T09:30” has not come yet. Check the year, and which of the numbers is the month.',
      },
    ],
    [{ branch: 'x' }, { column: 'branch', reason: 'No such unit.' }],
    [{ easy: '9' }, { column: 'easy', reason: '“9” is not an answer that the mapping knows for ease.' }],
    [{ felt: 'happy' }, { column: 'felt', reason: '“happy” is not an answer that the mapping knows for emotion.' }],
  ])('is rejected with its reason: %j', (changes, reject) => expect(map(line(changes))).toEqual({ reject }));

  it('is rejected when it has more or fewer cells than the heading', () => {
    expect(map(['r1', '021047'])).toEqual({
      reject: { column: '', reason: 'The line has 2 cells and the heading has 8.' },
    });
  });

  it('shows only its mapped texts when rejected, with comments masked', () => {
    const texts = mappedTexts(mapping, HEADING, line({ said: 'me@example.org' }));
    expect(texts).toEqual(['021047', '2027-01-06T09:30', 'very easy', '', '[e-mail address]', '']);
  });

  const OUT_OF_STEP = 'I rang 07700 900123 and Sharon told me to write to me@example.org, which I did';

  it.each(['branch', 'when', 'easy', 'felt'])('out of step, it keeps no address and no name in %s', (column) => {
    const cells = line({ [column]: OUT_OF_STEP });
    const mapped = map(cells);
    const kept = [...mappedTexts(mapping, HEADING, cells), 'reject' in mapped ? mapped.reject.reason : ''].join();
    expect(kept).not.toMatch(/900123|Sharon|example\.org/);
    expect(kept).toContain('[e-mail address]');
  });

  it('has no telephone found in its time, nor in a code', () => {
    const cells = line({ branch: '0123456789', when: '01-02-2027 10.30' });
    expect(mappedTexts(mapping, HEADING, cells).slice(0, 2)).toEqual(['0123456789', '01-02-2027 10.30']);
  });

  it('keeps a very long comment to a length that a page can show', () => {
    const mapped = map(line({ said: 'x'.repeat(9000) }));
    expect('row' in mapped && mapped.row.comment?.length).toBe(4000);
  });
});

describe('how responses are told apart', () => {
  const secret = Buffer.from('secret');

  it('a fingerprint is of the mapped texts only, and of nothing that could be guessed without the key', () => {
    const same = [line({ phone: '1' }), line({ phone: '2' }), line({ said: 'x' })].map((cells) => map(cells));
    const prints = same.map((one) => ('row' in one ? fingerprint(one.row.identity, secret) : ''));
    expect(prints[0]).toBe(prints[1]);
    expect(prints[0]).not.toBe(prints[2]);
    expect(prints[0]).not.toBe(fingerprint('row' in same[0]! ? same[0].row.identity : '', Buffer.from('other')));
  });
});

describe('the heading of a file', () => {
  it('needs every mapped column', () => {
    expect(headingProblem(['when', 'easy'], ['branch', 'when'])).toBe(
      'The file has no column “branch”. Its columns are “when”, “easy”.',
    );
  });
  it('of one column was not cut, and the sentence says by what it could be', () => {
    expect(headingProblem(['branch|when'], ['branch'])).toMatch(/only column is “branch\|when”: separate columns with/);
  });
  it('may not have a mapped column twice', () => {
    expect(headingProblem(['a', 'a', 'b', 'b'], ['b'])).toMatch(/more than one column called “b”/);
  });
  it('may have others in any number', () => expect(headingProblem(['x', 'a', 'x'], ['a'])).toBeNull());
});
