import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { guessMapping } from '../../src/feedback/sources/guess-mapping.js';
import { mappingOf } from '../../src/feedback/sources/mapping-choices.js';
import { Samples } from '../../src/feedback/sources/samples.service.js';
import type { KnownUnit } from '../../src/feedback/imports/unit-finder.js';
import { aFile } from '../network/files.js';

const FOLDER = '../shared/data/responses';
const there = existsSync(FOLDER);
if (!there) process.stderr.write(`Skipped: the real answers of ${FOLDER} are not on this machine.\n`);

const unit = (id: number, code: string, name: string): KnownUnit => ({ id, code, name, places: [], mergers: [] });
const UNITS = [unit(1, '000001', 'Ashbridge'), unit(2, '000002', 'Earls Court Surgery')];

const guessed = async (path: string, units = UNITS) => {
  const { layout, profiles, rows } = await new Samples().read(path);
  return { layout, choices: guessMapping(layout, profiles, rows.length, units) };
};

(there ? describe : describe.skip)('the guess of a real file', () => {
  it('gets everything of the surgeries’ answers right', async () => {
    const { choices } = await guessed(`${FOLDER}/gp-friends-and-family.csv`);
    expect(mappingOf(choices)).toEqual({
      unit: { column: 'surgery', match: 'name' },
      time: { column: 'time', zone: 'Europe/London', format: 'ISO' },
      emotion: {
        column: 'rating',
        map: {
          'Extremely likely': 'delighted',
          Likely: 'satisfied',
          'Neither likely nor unlikely': 'neutral',
          Unlikely: 'disappointed',
          'Extremely unlikely': 'irritated',
          "Don't know": null,
        },
      },
      comment: ['free_text', 'do_better'],
    });
  });

  it('leaves two things to say of a Qualtrics file that knows no unit: its column, and which unit it is', async () => {
    for (const [file, id, end, question, words] of [
      ['qualtrics-three-headers.csv', '_recordId', 'endDate', 'QID1', 'QID2_TEXT'],
      ['qualtrics-legacy.csv', 'ResponseID', 'EndDate', 'Q1', 'Q2'],
    ] as const) {
      const { choices } = await guessed(`${FOLDER}/${file}`);
      expect(mappingOf(choices)).toMatchObject({
        unit: { column: '' },
        time: { column: end, format: 'ISO' },
        responseId: id,
        ease: { column: question, map: { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 } },
        comment: [words],
      });
    }
  });
});

describe('the guess of a file', () => {
  it('reads days before months, quoted headings, semicolons and Windows’ own letters', async () => {
    const text =
      'Reference;Branch code;Date;How easy was it?;"Colleague was\nfriendly";Anything to tell us?\n' +
      'a1;000001;25/01/2027 09:30;Very easy;5;Café was closed, sadly\n' +
      'a2;000001;26/01/2027 10:00;Difficult;-99;Nothing to add to that\n';
    const { layout, choices } = await guessed(aFile(Buffer.from(text, 'latin1')));
    expect(layout.kind).toBe('plain');
    expect(choices.time).toEqual({ column: 'Date', clock: '', format: 'd/M/yyyy H:mm', zone: 'Europe/London' });
    expect(choices.unit).toEqual({ column: 'Branch code', match: 'code', aliases: [] });
    expect(mappingOf(choices)).toMatchObject({
      ease: { column: 'How easy was it?', map: { 'Very easy': 5, Difficult: 2, easy: 4 } },
      drivers: { friendly: { column: 'Colleague was\nfriendly', map: { '5': 5, '-99': null } } },
      comment: ['Anything to tell us?'],
    });
  });

  it.each(['utf16le', 'utf16le without mark'])('reads %s', async (name) => {
    const mark = name.includes('without') ? '' : '\uFEFF';
    const text = `${mark}when,branch,rating\n2027-01-05 10:00,Ashbridge,Likely\n`;
    const { choices } = await guessed(aFile(Buffer.from(text, 'utf16le')));
    expect(choices).toMatchObject({ unit: { column: 'branch', match: 'name' }, questions: { emotion: 'rating' } });
  });
});
