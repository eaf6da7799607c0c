/** What a link between completion and scores is called: by rule, and never as an effect. */
import { count, sayNumber, saySigned } from '../platform/say.js';
import { excludesZero } from '../statistics/interval.js';
import { FEWEST_UNITS, type Link } from './link.js';

export const GRADE = 'Grade C, association';
export const CAUTION = 'Well-run branches may do both: finish more training and treat customers better.';

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
  if (!link.enough)
    return `Not enough data yet: ${count(link.points.length, 'unit has', 'units have')} a score, ${FEWEST_UNITS} are needed.`;
  if (link.line === null)
    return `Completion ${changes ? 'changed by the same' : 'is the same'} everywhere, so there is nothing to compare.`;
  const { slope } = link.line;
  const range = `${saySigned(slope.low * PER)} to ${saySigned(slope.high * PER)}`;
  if (!excludesZero(slope)) {
    return `No clear link. Between ${range.replace(' to ', ' and ')} points of ${metric} for each ten points of completion fit the data.`;
  }
  const [more, size] = [slope.value > 0 ? 'higher' : 'lower', sayNumber(Math.abs(slope.value) * PER, 1)];
  const where = changes ? 'Where completion rose by ten points more, ' : 'Where completion is ten points higher, ';
  const verb = changes ? `rose by ${size} points ${slope.value > 0 ? 'more' : 'less'}` : `is ${size} points ${more}`;
  return `${where}${metric} ${verb} (95% range ${range}).`;
}

/** 'Correlation 0.21 (95% range 0.10 to 0.31).' */
export function correlationSentence({ correlation }: Link): string | null {
  if (correlation === null) return null;
  const { value, low, high } = correlation;
  return `Correlation ${sayNumber(value, 2)} (95% range ${sayNumber(low, 2)} to ${sayNumber(high, 2)}).`;
}

/** '341 units, 32,118 answers. 12 units with under ten answers are left out.' */
export function basisSentence({ points, answers, tooFew }: Link): string {
  const basis = `${count(points.length, 'unit', 'units')}, ${count(answers, 'answer', 'answers')}.`;
  if (tooFew === 0) return basis;
  return `${basis} ${count(tooFew, 'unit', 'units')} with under ten answers ${tooFew === 1 ? 'is' : 'are'} left out.`;
}
