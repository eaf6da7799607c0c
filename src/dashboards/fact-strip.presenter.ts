import { emotionScoreOf, scoreOf } from '../feedback/metrics/score.js';
import type { MarkedDifference } from '../feedback/metrics/change.js';
import type { Counts } from '../feedback/metrics/counts.js';
import { sayNumber, sayPercent, sayScore, saySigned } from '../platform/say.js';
import { type Assigned, COMPLETION_TARGET, shareFinished } from './assigned-completion.js';
import { sayChange, sayInterval } from './say-change.js';

interface StripFacts {
  /** Over the last four closed weeks. */
  recent: Counts;
  easeChange: MarkedDifference | null;
  emotionChange: MarkedDifference | null;
  assigned: Assigned;
}

/** Columns of the `unit-table` partial. */
export const COLUMNS = [
  'Name',
  'Assigned completion',
  'Ease',
  'Emotion',
  'Weakest driver',
  'Responses',
  'Worth doing',
].map((label) => ({ label, path: null, sort: null }));

/** The four figures of a place with several units, each with its interval and change. */
export function factStrip({ recent, easeChange, emotionChange, assigned }: StripFacts) {
  const ease = scoreOf(recent.ease);
  const emotion = emotionScoreOf(recent.emotion);
  const net = emotion && `${saySigned(emotion.net.low, 0)} to ${saySigned(emotion.net.high, 0)}`;
  return [
    assignedFact(assigned),
    fact(
      'Ease score',
      ease && sayScore(ease.value),
      ease ? sentences(sayInterval(ease), sayChange(easeChange)) : TOO_FEW,
    ),
    fact(
      'Net emotion',
      emotion && saySigned(emotion.net.value, 0),
      net ? sentences(net, sayChange(emotionChange)) : TOO_FEW,
    ),
    fact('Responses', sayNumber(recent.responses), 'In the last four weeks'),
  ];
}

/** Requirements finished out of those due, named so that it is not taken for course completion. */
export function assignedFact(assigned: Assigned) {
  const share = shareFinished(assigned);
  if (share === null) return fact('Assigned completion', null, 'Nothing assigned is due');
  const counts = `${sayNumber(assigned.finished)} of ${sayNumber(assigned.due)} due`;
  return fact('Assigned completion', sayPercent(share), `Target ${sayPercent(COMPLETION_TARGET)}. ${counts}`);
}

export function fact(label: string, value: string | null, note: string) {
  return { label, value: value ?? '–', note, path: null };
}

const TOO_FEW = 'Too few answers yet';

function sentences(range: string, change: string | null): string {
  return [range, change].filter(Boolean).join('. ');
}
