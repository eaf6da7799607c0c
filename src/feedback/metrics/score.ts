/**
 * Scores as the product defines them: the share of answers of 4 or 5 (top two boxes) in points out of 100 with its
 * Wilson interval, and the mean beside it. How few answers may carry a score is decided here and nowhere else.
 */
import { netEmotion } from '../../statistics/net-emotion.js';
import { wilson } from '../../statistics/proportion.js';
import type { Tally } from './counts.js';
import { EMOTIONS, type Emotion } from '../../platform/emotions.js';

/** Below this many answers there is no score, only a count and comments. */
export const FEWEST_FOR_A_SCORE = 10;
/** Below this many answers a score is shown in grey. */
export const FEWEST_FOR_A_FIRM_SCORE = 30;

export type Standing = 'tooFew' | 'tentative' | 'firm';

/** How much a number of answers can carry: 9 none, 10 to 29 a grey score with its interval, 30 a normal one. */
export function standingOf(n: number): Standing {
  if (n < FEWEST_FOR_A_SCORE) return 'tooFew';
  return n < FEWEST_FOR_A_FIRM_SCORE ? 'tentative' : 'firm';
}

/** Points out of 100 with their 95 % interval; `mean` is on the answers' own 1 to 5 scale. */
export interface Score {
  standing: Exclude<Standing, 'tooFew'>;
  value: number;
  low: number;
  high: number;
  mean: number;
  n: number;
}

/** The score of one question; null when there are too few answers for one. */
export function scoreOf(tally: Tally): Score | null {
  const standing = standingOf(tally.n);
  if (standing === 'tooFew') return null;
  const { value, low, high } = wilson({ hits: tally.top, n: tally.n });
  return { standing, value: value * 100, low: low * 100, high: high * 100, mean: tally.sum / tally.n, n: tally.n };
}

/** Five shares from 0 to 1 and net emotion in points from -100 to 100 with its 95 % interval. */
export interface EmotionScore {
  standing: Exclude<Standing, 'tooFew'>;
  shares: Record<Emotion, number>;
  positive: number;
  negative: number;
  net: { value: number; low: number; high: number };
  n: number;
}

/** What customers felt; null when there are too few answers. */
export function emotionScoreOf(emotion: Record<Emotion, number>): EmotionScore | null {
  const n = answersOf(emotion);
  const standing = standingOf(n);
  if (standing === 'tooFew') return null;
  const { good, bad } = balanceOf(emotion);
  const net = netEmotion({ good, bad, n });
  const shares = Object.fromEntries(EMOTIONS.map((word) => [word, emotion[word] / n])) as Record<Emotion, number>;
  const inPoints = { value: net.value * 100, low: net.low * 100, high: net.high * 100 };
  return { standing, shares, positive: good / n, negative: bad / n, net: inPoints, n };
}

export function answersOf(emotion: Record<Emotion, number>): number {
  return EMOTIONS.reduce((total, word) => total + emotion[word], 0);
}

/** Good and bad answers among all, as net emotion counts them. */
export function balanceOf(emotion: Record<Emotion, number>) {
  return {
    good: emotion.delighted + emotion.satisfied,
    bad: emotion.disappointed + emotion.irritated,
    n: answersOf(emotion),
  };
}
