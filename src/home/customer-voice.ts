/**
 * Which of their customers' comments colleagues read on their home page: a kind one, short enough to take in at a
 * glance, another one each day. The moment to learn from an unhappy customer is the branch page, beside its numbers.
 */
import { daysBetween, type IsoDate } from '../platform/dates.js';

const SHORTEST = 20;
const LONGEST = 220;

/** `emotion` from −2 (irritated) to 2 (delighted), `ease` from 1 to 5; null where the customer gave none. */
export interface Voice {
  comment: string;
  emotion: number | null;
  ease: number | null;
  on: IsoDate;
}

export function voiceOfTheDay<V extends Voice>(voices: readonly V[], today: IsoDate): V | null {
  const kind = voices.filter(isKind).filter((voice) => isShort(voice.comment));
  return kind[daysBetween('2020-01-01', today) % kind.length] ?? null;
}

function isKind(voice: Voice): boolean {
  return (voice.emotion ?? 0) > 0 && (voice.ease ?? 5) >= 4;
}

function isShort(comment: string): boolean {
  return comment.length >= SHORTEST && comment.length <= LONGEST;
}
