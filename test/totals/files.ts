/** The same figures once more, as somebody downloads them: the file of a place lists what its row in the file above adds up. */
import { expect } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browserless } from '../support/browserless.js';
import { AREAS, type Asked, dateOf, DAYS, type History, REGIONS } from './history.js';
import { answersIn, assigned, type Place, range } from './model.js';

interface Figures {
  responses: number;
  due: number;
  finished: number;
}

export async function checkFiles(analyst: Browserless, history: History, asked: Asked): Promise<void> {
  const period = `from=${dateOf(asked.firstWeek * 7)}&to=${dateOf(asked.lastWeek * 7 + 6)}`;
  const network = await rowsOf(analyst, `/dashboard.csv?${period}`);
  expect(total(network)).toEqual(modelled(history, asked, () => true));
  for (const region of range(REGIONS)) {
    const areas = await rowsOf(analyst, `/regions/r${region}.csv?${period}`);
    expect(total(areas)).toEqual(modelled(history, asked, (place) => place.region === region));
    expect(total(areas)).toEqual(network.get(`r${region}`));
    for (const [code, figures] of areas)
      expect(figures).toEqual(modelled(history, asked, inBoth(region, Number(code.slice(1)))));
  }
  for (const area of range(AREAS)) {
    const units = await rowsOf(analyst, `/areas/a${area}.csv?${period}`);
    if (units !== CLOSED) expect(total(units)).toEqual(modelled(history, asked, (place) => place.area === area));
  }
}

const inBoth = (region: number, area: number) => (place: Place) => place.region === region && place.area === area;

/** An area that is in no region today has no page. */
const CLOSED: ReadonlyMap<string, Figures> = new Map();

async function rowsOf(browser: Browserless, path: string): Promise<ReadonlyMap<string, Figures>> {
  const { status, text } = await browser.get(path);
  if (status === 404) return CLOSED;
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
  return new Map(
    rows.map((row) => [
      row.Code!,
      {
        responses: Number(row.Responses),
        due: Number(row['Assigned completion: due']),
        finished: Number(row['Assigned completion: finished']),
      },
    ]),
  );
}

function total(rows: ReadonlyMap<string, Figures>): Figures {
  const sum = (pick: (figures: Figures) => number) => [...rows.values()].reduce((all, one) => all + pick(one), 0);
  return { responses: sum((one) => one.responses), due: sum((one) => one.due), finished: sum((one) => one.finished) };
}

/** Answers over the weeks; requirements as of their last day, or as of now when they are the latest. */
function modelled(history: History, asked: Asked, within: (place: Place) => boolean): Figures {
  const lastDay = asked.lastWeek * 7 + 6;
  return {
    responses: answersIn(history, asked, within).responses,
    ...assigned(history, lastDay === DAYS - 1 ? DAYS + 2 : lastDay, within),
  };
}
