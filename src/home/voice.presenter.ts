import type { Comment } from '../feedback/comments/comments.queries.js';
import { EMOTION_NAMES, emotionOf } from '../platform/emotions.js';
import type { UnitPlace } from '../network/network.queries.js';
import { unitPath } from '../network/paths.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayMonth } from '../platform/say.js';
import { voiceOfTheDay } from './customer-voice.js';
import type { HomeFacts } from './home-facts.js';

/** A kind word from a customer of the own unit; null where there is none to show. */
export function presentVoice(comments: readonly Comment[], unit: HomeFacts['unit'], today: IsoDate) {
  if (unit === null) return null;
  const voices = comments.map((comment) => ({ ...comment, on: londonDate(comment.answeredAt) }));
  const voice = voiceOfTheDay(voices, today);
  if (voice === null) return null;
  const when = voice.smallUnit ? sayMonth(voice.on) : sayDate(voice.on, today);
  return {
    title: sayWho(unit.kind),
    quote: voice.comment.trim(),
    about: [`${when}.`, feeling(voice.emotion), ease(voice.ease)].filter(Boolean).join(' '),
    action: { text: t('See what others said about {unit}', { unit: unit.name }), path: unitPath(unit.code) },
  };
}

function sayWho(kind: UnitPlace['kind']): string {
  const words: Record<UnitPlace['kind'], string> = {
    branch: t('A customer at your branch said'),
    paymentPoint: t('A customer at your payment point said'),
    contactCentre: t('A customer of your contact centre said'),
    department: t('A customer of your department said'),
  };
  return words[kind];
}

function feeling(emotion: number | null): string | null {
  const word = emotionOf(emotion);
  return word && t('Felt {emotion}.', { emotion: t(EMOTION_NAMES[word]).toLowerCase() });
}

function ease(value: number | null): string | null {
  return value === null ? null : t('Ease {value} of 5.', { value: String(value) });
}
