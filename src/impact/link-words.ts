/** What a link between completion and scores is called: by rule, and never as an effect. */
import { msg, t } from '../platform/language/t.js';
import { sayNumber, saySigned } from '../platform/say.js';
import { excludesZero } from '../statistics/interval.js';
import { FEWEST_UNITS, type Link } from './link.js';

export const GRADE = msg('Grade C, association');
export const CAUTION = msg('Well-run branches may do both: finish more training and treat customers better.');

const PER = 10;

interface Said {
  /** 'ease', 'the friendly score'. */
  metric: string;
  /** Whether both sides are changes. */
  changes: boolean;
}

/** '+0.8', points of score for ten points of completion. */
export function slopeFigure({ line }: Link): string | null {
  return line && saySigned(line.slope.value * PER);
}

export function linkSentence(link: Link, { metric, changes }: Said): string {
  if (!link.enough) return notEnough(link);
  if (link.line === null) return nothingToCompare(changes);
  const { slope } = link.line;
  const [low, high] = [saySigned(slope.low * PER), saySigned(slope.high * PER)];
  if (!excludesZero(slope)) {
    return t(
      'No clear link. Between {low} and {high} points of {metric} for each ten points of completion fit the data.',
      { low, high, metric },
    );
  }
  const values = { metric, low, high, size: sayNumber(Math.abs(slope.value) * PER, 1) };
  return t(LINKS[changes ? 'changes' : 'levels'][slope.value > 0 ? 'more' : 'less'], values);
}

const LINKS = {
  levels: {
    more: msg('Where completion is ten points higher, {metric} is {size} points higher (95% range {low} to {high}).'),
    less: msg('Where completion is ten points higher, {metric} is {size} points lower (95% range {low} to {high}).'),
  },
  changes: {
    more: msg(
      'Where completion rose by ten points more, {metric} rose by {size} points more (95% range {low} to {high}).',
    ),
    less: msg(
      'Where completion rose by ten points more, {metric} rose by {size} points less (95% range {low} to {high}).',
    ),
  },
};

function notEnough({ points }: Link): string {
  return t(
    '{n, plural, one {Not enough data yet: # unit has a score, {fewest} are needed.} other {Not enough data yet: # units have a score, {fewest} are needed.}}',
    { n: points.length, fewest: String(FEWEST_UNITS) },
  );
}

function nothingToCompare(changes: boolean): string {
  return changes
    ? t('Completion changed by the same everywhere, so there is nothing to compare.')
    : t('Completion is the same everywhere, so there is nothing to compare.');
}

/** 'Correlation 0.21 (95% range 0.10 to 0.31).' */
export function correlationSentence({ correlation }: Link): string | null {
  if (correlation === null) return null;
  const { value, low, high } = correlation;
  return t('Correlation {value} (95% range {low} to {high}).', {
    value: sayNumber(value, 2),
    low: sayNumber(low, 2),
    high: sayNumber(high, 2),
  });
}

/** '341 units, 32,118 answers. 12 units with under ten answers are left out.' */
export function basisSentence({ points, answers, tooFew }: Link): string {
  const values = { units: points.length, answers, left: tooFew };
  return tooFew === 0 ? t(BASIS, values) : t(BASIS_WITHOUT, values);
}

const BASIS = msg(
  '{units, plural, one {# unit} other {# units}}, {answers, plural, one {# answer} other {# answers}}.',
);
const BASIS_WITHOUT = msg(
  '{units, plural, one {# unit} other {# units}}, {answers, plural, one {# answer} other {# answers}}. {left, plural, one {# unit with under ten answers is left out.} other {# units with under ten answers are left out.}}',
);
