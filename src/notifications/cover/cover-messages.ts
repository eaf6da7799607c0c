import type { CoverRow } from '../../network/cover/cover.queries.js';
import { oneCoverPath } from '../../network/cover/paths.js';
import { lastDayOf } from '../../network/cover/cover-state.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate } from '../../platform/say.js';
import type { PresentedMessage } from '../message-kinds.service.js';
import type { MessageFacts, PlannedMessage } from '../planned-message.js';

/** What the network announces about cover; each is a message to both, the deputy and the manager. */
export const KINDS = { given: 'cover.given', changed: 'cover.changed', ended: 'cover.ended' } as const;
export type Happened = keyof typeof KINDS;

/** One to each of the two. The key names the step, so that telling twice is telling once. */
export function coverMessages(
  happened: Happened,
  { cover, stepId, madeBy, now }: { cover: CoverRow; stepId: number; madeBy: number | null; now: Date },
): PlannedMessage[] {
  const { id, holder, deputy, name, startsOn } = cover;
  const facts = {
    coverId: id,
    holder: holder.name,
    deputy: deputy.name,
    place: name,
    startsOn,
    lastOn: lastDayOf(cover),
  };
  return [deputy, holder].map((reader) => ({
    personId: reader.id,
    kind: KINDS[happened],
    key: `${KINDS[happened]}:${stepId}:${reader.id}`,
    notBefore: now,
    subject: { kind: 'cover', id },
    facts: { ...facts, reader: reader.id === deputy.id ? 'deputy' : 'holder' },
    madeBy,
    urgent: true,
  }));
}

const text = (facts: MessageFacts, name: string): string => String(facts[name] ?? '');

function valuesOf(facts: MessageFacts) {
  const [startsOn, lastOn] = [text(facts, 'startsOn'), text(facts, 'lastOn')];
  return {
    holder: text(facts, 'holder'),
    deputy: text(facts, 'deputy'),
    place: text(facts, 'place'),
    from: startsOn && sayDate(startsOn),
    until: lastOn && sayFullDate(lastOn),
  };
}

const message = (facts: MessageFacts, title: string, words: string): PresentedMessage => ({
  title,
  text: words,
  path: oneCoverPath(Number(facts.coverId)),
  action: t('See the cover'),
});

export function sayGiven(facts: MessageFacts): PresentedMessage {
  const values = valuesOf(facts);
  const [own, open] = [facts.reader === 'deputy', values.until === ''];
  const title = own ? t('You cover for {holder}', values) : t('{deputy} covers for you', values);
  if (open) return message(facts, title, t('{place}, from {from}, until further notice.', values));
  return message(facts, title, t('{place}, from {from} to {until}. It ends by itself.', values));
}

export function sayChanged(facts: MessageFacts): PresentedMessage {
  const values = valuesOf(facts);
  const title =
    facts.reader === 'deputy'
      ? t('Your cover for {holder} has another last day', values)
      : t('{deputy} covers for you until another day', values);
  return message(facts, title, t('{place}, to {until}.', values));
}

export function sayEnded(facts: MessageFacts): PresentedMessage {
  const values = valuesOf(facts);
  return facts.reader === 'deputy'
    ? message(
        facts,
        t('Your cover for {holder} has ended', values),
        t('You reach what you reached before. Thank you for looking after {place}.', values),
      )
    : message(facts, t('{deputy} no longer covers for you', values), t('{place} is yours alone again.', values));
}
