import { describe, expect, it } from '@jest/globals';
import { headingFor, layoutOf } from './layout.js';
import type { MapRow } from './mapped-row.js';
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
    expect(headingFor(layout, ['nowhere'])).toEqual(['one', 'two']);
  });
});

describe('previews and tests of a survey', () => {
  const map: MapRow = () => ({ reject: { column: 'x', reason: 'mapped' } });
  const status = { kind: 'qualtrics', keys: ['status', 'QID1'], tags: ['Status', 'Q1'] } as const;
  const told = (layout: Parameters<typeof withoutTests>[1], cell: string) =>
    (withoutTests(map, layout)([cell, '5']) as { reject: { reason: string } }).reject.reason;

  it.each(['1', '2', 'Survey Preview', ' survey test '])('are left out: %j', (cell) => {
    expect(told({ ...status, keys: [...status.keys], tags: [...status.tags] }, cell)).toContain('not a customer');
  });

  it.each(['0', 'IP Address', 'Imported', ''])('are not what %j says', (cell) => {
    expect(told({ ...status, keys: [...status.keys], tags: [...status.tags] }, cell)).toBe('mapped');
  });

  it('are known of Qualtrics only: another file may have a column called status', () => {
    expect(told({ kind: 'plain', keys: ['status', 'QID1'], tags: ['status', 'QID1'] }, '1')).toBe('mapped');
  });
});
