/** What a customer felt: one of five words, stored as +2 to -2 and always shown as all five shares (PRODUCT.md, "The customer metrics"). */
import { msg } from './language/t.js';

/** Best first. */
export const EMOTIONS = ['delighted', 'satisfied', 'neutral', 'disappointed', 'irritated'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** Stored values by word. */
export const EMOTION_VALUES: Record<Emotion, number> = {
  delighted: 2,
  satisfied: 1,
  neutral: 0,
  disappointed: -1,
  irritated: -2,
};

export const EMOTION_NAMES: Record<Emotion, string> = {
  delighted: msg('Delighted'),
  satisfied: msg('Satisfied'),
  neutral: msg('Neutral'),
  disappointed: msg('Disappointed'),
  irritated: msg('Irritated'),
};

export function isEmotion(value: unknown): value is Emotion {
  return (EMOTIONS as readonly unknown[]).includes(value);
}

/** The word for a stored value; null for no answer. */
export function emotionOf(value: number | null): Emotion | null {
  return EMOTIONS.find((emotion) => EMOTION_VALUES[emotion] === value) ?? null;
}
