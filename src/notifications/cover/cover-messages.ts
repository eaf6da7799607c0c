import type { CoverRow } from '../../network/cover/cover.queries.js';
import { oneCoverPath } from '../../network/cover/paths.js';
import { lastDayOf } from '../../network/cover/cover-state.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate } from '../../platform/say.js';
import type { PresentedMessage } from '../message-kinds.service.js';
import type { MessageFacts, PlannedMessage } from '../planned-message.js';

/** What is told about cover, each to both, the deputy and the manager: what somebody did, and its first and last day. */
export const KINDS = {
  given: 'cover.given',
  changed: 'cover.changed',
  ended: 'cover.ended',
  begins: 'cover.begins',
  ends: 'cover.ends',
} as const;
export type Happened = keyof typeof KINDS;

interface Telling {
  cover: CoverRow;
  /** Of what happened: a step of the cover, or one of its days. Telling twice is telling once. */
  mark: number | IsoDate;
  /** Null for a day that came. */
  madeBy: number | null;
  notBefore: Date;
  urgent: boolean;
}

/** One to each of the two. */
export function coverMessages(
  happened: Happened,
  { cover, mark, madeBy, notBefore, urgent }: Telling,
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
    key: `${KINDS[happened]}:${typeof mark === 'number' ? mark : `${id}:${mark}`}:${reader.id}`,
    notBefore,
    subject: { kind: 'cover', id },
    facts: { ...facts, reader: reader.id === deputy.id ? 'deputy' : 'holder' },
    madeBy,
    urgent,
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
    first: startsOn && sayFullDate(startsOn),
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

/** Says the day as well as that it is today: somebody may read it on Monday. */
export function sayBegins(facts: MessageFacts): PresentedMessage {
  const values = valuesOf(facts);
  const own = facts.reader === 'deputy';
  const title = own
    ? t('Your cover for {holder} begins today, {first}', values)
    : t('{deputy} begins to cover for you today, {first}', values);
  if (values.until === '') return message(facts, title, t('{place}, until further notice.', values));
  return message(facts, title, t('{place}, to {until}. It ends by itself.', values));
}

export function sayEnds(facts: MessageFacts): PresentedMessage {
  const values = valuesOf(facts);
  return facts.reader === 'deputy'
    ? message(
        facts,
        t('Your cover for {holder} ends today, {until}', values),
        t('From tomorrow on you reach what you reached before. Thank you for looking after {place}.', values),
      )
    : message(
        facts,
        t('{deputy} covers for you until today, {until}', values),
        t('From tomorrow on {place} is yours alone again.', values),
      );
}
