import { type Fair, placeOfZ } from '../../feedback/metrics/fair.js';
import { emotionScoreOf, type Score, scoreOf } from '../../feedback/metrics/score.js';
import { type Driver, isDriver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayNumber, sayPercent, sayScore, saySigned } from '../../platform/say.js';
import { sayPlace } from '../compare/say-compared.js';
import { sayChange, sayInterval } from '../say-change.js';
import { type Row, shareDone } from './rows.js';

/** A figure with what its reader has to know about it; a null value is one that is not shown. */
export interface Figure {
  value: string | null;
  note: string | null;
  grey: boolean;
}

/** The columns that somebody can ask for besides the usual ones, the drivers among them. */
export type FigureColumn = Driver | keyof typeof FIGURES;

export const isFigure = (column: string): column is FigureColumn => isDriver(column) || Object.hasOwn(FIGURES, column);

/** The figure of a row in one of these columns: worked out when the column is shown, as most never are. */
export function figureOf(row: Row, column: FigureColumn): Figure {
  return isDriver(column) ? scoreFigure(scoreOf(row.standing.counts.drivers[column])) : FIGURES[column](row);
}

const NOTHING: Figure = { value: null, note: null, grey: false };

const plain = (value: string): Figure => ({ value, note: null, grey: false });

const FIGURES = {
  overdue: ({ assigned }: Row) => (assigned.due === 0 ? NOTHING : plain(sayNumber(assigned.overdue ?? 0))),
  courses: ({ courses }: Row) => coursesFigure(courses),
  fair: ({ standing }: Row) => fairFigure(standing.fair),
  change: ({ standing }: Row) => changeFigure(standing.change),
  net: ({ standing }: Row) => netFigure(standing.counts),
  comments: ({ standing }: Row) => plain(sayNumber(standing.counts.comments)),
};

const signed = ({ low, high }: { low: number; high: number }) => ({ from: saySigned(low, 1), to: saySigned(high, 1) });

/** '78.4', with '71.2 to 84.0, 51 answers'. */
function scoreFigure(score: Score | null): Figure {
  if (!score) return NOTHING;
  const values = { range: sayInterval(score), n: score.n };
  return {
    value: sayScore(score.value),
    note: t('{range}, {n, plural, one {# answer} other {# answers}}', values),
    grey: score.standing === 'tentative',
  };
}

/** '73.1', with '66.0 to 80.2, clearly below': what is inside of the funnel needs no word. */
function fairFigure(fair: Fair | null): Figure {
  if (!fair) return NOTHING;
  const range = sayInterval(fair);
  const outside = placeOfZ(fair.z) === 'low' || placeOfZ(fair.z) === 'high';
  const note = outside ? t('{range}, {place}', { range, place: sayPlace(fair.z).toLowerCase() }) : range;
  return { value: sayScore(fair.value), note, grey: false };
}

function changeFigure(change: Row['standing']['change']): Figure {
  if (!change) return NOTHING;
  return { value: sayChange(change), note: t('{from} to {to}', signed(change)), grey: change.mark === 'none' };
}

function netFigure({ emotion }: Row['standing']['counts']): Figure {
  const score = emotionScoreOf(emotion);
  if (!score) return NOTHING;
  const values = { from: saySigned(score.net.low, 0), to: saySigned(score.net.high, 0), n: score.n };
  return {
    value: saySigned(score.net.value, 0),
    note: t('{from} to {to}, {n, plural, one {# answer} other {# answers}}', values),
    grey: score.standing === 'tentative',
  };
}

function coursesFigure(courses: Row['courses']): Figure {
  const share = shareDone(courses);
  if (share === null || !courses) return NOTHING;
  const note = t('{done} of {possible}', { done: sayNumber(courses.done), possible: sayNumber(courses.possible) });
  return { value: sayPercent(share), note, grey: false };
}
