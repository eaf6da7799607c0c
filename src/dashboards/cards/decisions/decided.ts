/** What somebody did with the cards of a page, and for how long. */
import { addDays, type IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayFullDate } from '../../../platform/say.js';

export type DecisionKind = 'aside' | 'done' | 'back';

/** The latest about one card. */
export interface Decided {
  card: string;
  title: string;
  kind: DecisionKind;
  note: string | null;
  decidedAt: Date;
  /** The first day on which the card may stand there again; null for one brought back. */
  until: IsoDate | null;
}

const ASIDE_DAYS = 14;
/** What was done shows once four weeks have closed since. */
const DONE_DAYS = 28;

export function untilOf(kind: DecisionKind, today: IsoDate): IsoDate | null {
  if (kind === 'back') return null;
  return addDays(today, kind === 'aside' ? ASIDE_DAYS : DONE_DAYS);
}

export function isAside({ until }: Pick<Decided, 'until'>, today: IsoDate): boolean {
  return until !== null && until > today;
}

/** Keys of the cards that stay away today; the next candidate stands in their place. */
export function asideKeys(decided: readonly Decided[], today: IsoDate): Set<string> {
  return new Set(decided.filter((one) => isAside(one, today)).map(({ card }) => card));
}

/** 'Put aside until 24 February 2027', 'Done: “Counter moved”. Back from 10 March 2027 if it is still so'. */
export function sayDecided({ kind, note, until }: Decided): string {
  const day = until ? sayFullDate(until) : '';
  if (kind === 'aside')
    return note ? t('Put aside until {day}: “{note}”', { day, note }) : t('Put aside until {day}', { day });
  return t('Done: “{note}”. Back from {day} if it is still so', { note: note ?? '', day });
}
