import type { Comment } from '../feedback/comments/comments.queries.js';
import { EMOTION_NAMES, emotionOf } from '../feedback/metrics/emotions.js';
import type { UnitPlace } from '../network/network.queries.js';
import { unitPath } from '../network/paths.js';
import { type IsoDate, londonDate } from '../platform/dates.js';
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
    title: `A customer ${WHERE[unit.kind]} said`,
    quote: voice.comment.trim(),
    about: [`${when}.`, feeling(voice.emotion), ease(voice.ease)].filter(Boolean).join(' '),
    action: { text: `See what others said about ${unit.name}`, path: unitPath(unit.code) },
  };
}

const WHERE: Record<UnitPlace['kind'], string> = {
  branch: 'at your branch',
  paymentPoint: 'at your payment point',
  contactCentre: 'of your contact centre',
  department: 'of your department',
};

function feeling(emotion: number | null): string | null {
  const word = emotionOf(emotion);
  return word && `Felt ${EMOTION_NAMES[word].toLowerCase()}.`;
}

function ease(value: number | null): string | null {
  return value === null ? null : `Ease ${value} of 5.`;
}
