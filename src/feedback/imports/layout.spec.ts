import { describe, expect, it } from '@jest/globals';
import { headingProblem } from './heading.js';
import { headingFor, layoutOf } from './layout.js';
import type { MapRow, Reject } from './mapped-row.js';
import { withoutTests } from './survey-tests.js';

const ids = (...names: string[]) => names.map((name) => JSON.stringify({ ImportId: name }));

describe('the layout of a survey file', () => {
  it('is one heading row unless the rows say otherwise', () => {
    const rows = [
      ['id', ' when '],
      ['1', '2027-01-05'],
      ['{', '{"a":1}'],
    ];
    expect(layoutOf(rows)).toMatchObject({ kind: 'plain', headerRows: 1, keys: ['id', 'when'] });
    expect(layoutOf([])).toMatchObject({ kind: 'plain', keys: [] });
  });

  it('is three rows where the third holds ImportIds, whatever the second says, with the zone of the times', () => {
    const third = [JSON.stringify({ ImportId: 'endDate', timeZone: 'America/Denver' }), ...ids('_recordId', 'QID1')];
    const layout = layoutOf([['EndDate', 'ResponseId', 'Q1'], ['Enddatum', 'Antwort-ID', 'How\neasy was it?'], third]);
    expect(layout).toMatchObject({ kind: 'qualtrics', headerRows: 3, zone: 'America/Denver' });
    expect(layout.keys).toEqual(['endDate', '_recordId', 'QID1']);
    expect(layout.labels[2]).toBe('Q1: How easy was it?');
  });

  it('tells the columns of one question apart by their choice', () => {
    const choice = (id: string) => JSON.stringify({ ImportId: 'QID2', choiceId: id });
    expect(
      layoutOf([
        ['a', 'b'],
        ['', ''],
        [choice('1'), choice('2')],
      ]).keys,
    ).toEqual(['QID2_1', 'QID2_2']);
  });

  it('is two rows in an old export, whose second names what the first numbers', () => {
    const layout = layoutOf([
      ['V1', 'V8', 'Q1', ''],
      ['ResponseID', 'StartDate', 'A question', ''],
      ['R_1', '', '', ''],
    ]);
    expect(layout).toMatchObject({
      kind: 'qualtricsLegacy',
      headerRows: 2,
      keys: ['ResponseID', 'StartDate', 'Q1', ''],
    });
  });

  it('joins a question with its parts where it is named once for several columns', () => {
    const layout = layoutOf([
      ['Respondent ID', 'How was it?', '', 'Comments'],
      ['', 'Counter', 'Phone', 'Open-Ended Response'],
      ['1', '5', '4', ''],
    ]);
    expect(layout.keys).toEqual(['Respondent ID', 'How was it?: Counter', 'How was it?: Phone', 'Comments']);
  });

  it('lets a mapping name columns by either row', () => {
    const layout = layoutOf([['A', 'B'], ['x', 'y'], ids('one', 'two')]);
    expect(headingFor(layout, ['one'])).toEqual(['one', 'two']);
    expect(headingFor(layout, ['B'])).toEqual(['A', 'B']);
    expect(headingFor(layout, ['TWO'])).toEqual(['one', 'TWO']);
    expect(headingFor(layout, ['nowhere'])).toEqual(['one', 'two']);
  });
});

describe('a heading that comes again', () => {
  const layout = layoutOf([['id', ' how was it ']]);
  const map = withoutTests(() => ({ reject: { column: 'x', reason: 'mapped' } }), layout);
  const told = (...cells: string[]) => (map(cells) as { reject: { reason: string } }).reject.reason;

  it('is no answer, with a byte order mark or without', () => {
    expect(told('id', 'how was it')).toContain('once more');
    expect(told('\uFEFFid', 'how was it ')).toContain('once more');
    expect(told('id', 'fine')).toBe('mapped');
  });
});

describe('columns of one name', () => {
  it('are numbered, and a mapping that names them without saying which is refused', () => {
    const layout = layoutOf([['id', 'score', 'score']]);
    expect(layout.keys).toEqual(['id', 'score (1)', 'score (2)']);
    expect(headingFor(layout, ['id', 'score (2)'])).toEqual(['id', 'score (1)', 'score (2)']);
    expect(headingProblem(headingFor(layout, ['score']), ['score'])).toContain('“score (1)”');
  });
});

describe('previews and tests of a survey', () => {
  const map: MapRow = () => ({ reject: { column: 'x', reason: 'mapped' } });
  const status = {
    kind: 'qualtrics' as const,
    keys: ['status', 'QID1'],
    tags: ['Status', 'Q1'],
    rows: [['Status', 'Q1']],
  };
  const told = (layout: Parameters<typeof withoutTests>[1], cell: string) =>
    (withoutTests(map, layout)([cell, '5']) as { reject: Reject }).reject;

  it.each(['1', '2', 'Survey Preview', ' survey test '])('are left out: %j', (cell) => {
    expect(told(status, cell)).toEqual({
      column: 'status',
      isTest: true,
      reason: expect.stringContaining('not a customer'),
    });
  });

  it.each(['0', 'IP Address', 'Imported', ''])('are not what %j says', (cell) => {
    expect(told(status, cell).reason).toBe('mapped');
  });

  it('are known of Qualtrics only: another file may have a column called status', () => {
    expect(told({ ...status, kind: 'plain' }, '1').reason).toBe('mapped');
  });
});
