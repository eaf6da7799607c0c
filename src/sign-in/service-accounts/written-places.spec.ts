import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type KnownPlace, placesMeant, readPlaces } from './written-places.js';

const KNOWN: KnownPlace[] = [
  { kind: 'region', id: 1, code: 'NORTH', name: 'North' },
  { kind: 'area', id: 1, code: 'MOORS', name: 'Moors' },
  { kind: 'area', id: 2, code: 'COAST', name: 'Coast' },
  { kind: 'unit', id: 3, code: '021047', name: 'Ashbridge' },
  { kind: 'unit', id: 4, code: 'COAST', name: 'Coast office' },
];

describe('places as they are written', () => {
  it.each([
    ['', []],
    [' , ;\n', []],
    ['MOORS', [{ kind: null, code: 'MOORS' }]],
    [
      'MOORS, MOORS;021047',
      [
        { kind: null, code: 'MOORS' },
        { kind: null, code: '021047' },
      ],
    ],
    [
      'Area MOORS\nunit  021047',
      [
        { kind: 'area', code: 'MOORS' },
        { kind: 'unit', code: '021047' },
      ],
    ],
    ['regional', [{ kind: null, code: 'regional' }]],
  ])('%j are %j', (text, places) => expect(readPlaces(text)).toEqual(places));

  it('are each read once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const places = readPlaces(text);
        expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(places.length);
        expect(places.every(({ code }) => code.trim() === code && code !== '')).toBe(true);
      }),
    );
  });
});

describe('places that are meant', () => {
  const meant = (text: string) => placesMeant(readPlaces(text), KNOWN).map(({ kind, id }) => `${kind} ${id}`);

  it.each([
    ['NORTH', ['region 1']],
    ['MOORS, area MOORS, 021047', ['area 1', 'unit 3']],
    ['area COAST, unit COAST', ['area 2', 'unit 4']],
  ])('%j: %j', (text, places) => expect(meant(text)).toEqual(places));

  it.each([
    ['', 'Write the code of at least one'],
    ['moors', 'No region, area or unit has the code “moors”.'],
    ['region MOORS', 'No region, area or unit has the code “MOORS”.'],
    ['COAST', 'More than one place has the code COAST.'],
    [Array.from({ length: 201 }, (_, at) => `A${at}`).join(), 'Write at most 200 codes.'],
  ])('%j is refused', (text, sentence) => expect(() => meant(text)).toThrow(sentence));
});
