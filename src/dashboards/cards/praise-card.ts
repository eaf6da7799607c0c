/** The card that says whom to thank, and for what. */
import { t } from '../../platform/language/t.js';
import { sayScore } from '../../platform/say.js';
import { voicesOf } from './attention-card.js';
import { type Card, praiseKey } from './card.js';
import { type CardContext, type CardFacts, openWith, tellAbout } from './card-context.js';
import { happyVoice, sayWhere, shortQuote } from './voices.js';
import type { Row } from '../table/rows.js';

/** Null when nothing is clear enough to say. */
export function praiseCard(facts: CardFacts, context: CardContext): Card | null {
  const row = facts.spot.praised;
  if (!row) return null;
  const { code, name } = row.place;
  const voice = happyVoice(voicesOf(facts, context, row, 'happy'));
  const text = sayGood(row);
  const open = { text: t('Open {place}', { place: name }), path: openWith(facts, context, code) };
  const toTell = tellAbout(context, code, t('Thank you to everybody at {place}. {what}', { place: name, what: text }));
  return {
    id: 'do-praise',
    key: praiseKey(code),
    title: t('{place} deserves a thank-you', { place: name }),
    text,
    quote: voice && { words: shortQuote(voice.comment), about: sayWhere(voice) },
    action: toTell === null ? open : { text: t('Say thank you'), path: toTell },
    also: toTell === null ? [] : [open],
    why: null,
    decide: null,
    driver: null,
    icon: 'chat',
  };
}

function sayGood({ standing }: Row): string {
  const { change, ease, counts, period } = standing;
  const score = sayScore(ease?.value ?? 0);
  return change?.mark === 'up'
    ? t('Ease rose {points} points to {score}.', { points: sayScore(change.value), score })
    : t(
        'Ease is {score} on {n, plural, one {# answer} other {# answers}} over {weeks, plural, one {# week} other {# weeks}}.',
        { score, n: counts.ease.n, weeks: period },
      );
}
