import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { cardsPath } from '../paths.js';
import type { Card } from './card.js';
import { type Decided, isAside, sayDecided } from './decisions/decided.js';

interface Around {
  today: IsoDate;
  decided: readonly Decided[];
  /** The page they stand on, and the token of its forms; null for a reader who puts nothing aside. */
  page: string;
  token: string | null;
  /** False for a reader who is not told how far training is (unit/colleagues-told.ts). */
  trainingTold?: boolean;
}

/** The cards with their forms, what was put aside below them, and a plain sentence where nothing is clear. */
export function worthDoing(cards: readonly Card[], { today, decided, page, token, trainingTold = true }: Around) {
  const form = (card: string, title: string, id: string) =>
    token === null ? null : { path: cardsPath, field: `note-${id}`, token, page, card, title: title.slice(0, 200) };
  const away = decided.filter((one) => isAside(one, today)).length;
  return {
    cards: cards.map((card) => ({ ...card, decide: form(card.key, card.title, card.id) })),
    quiet: sayQuiet(away, trainingTold),
    decided: decided.map((one, at) => ({
      title: one.title,
      words: sayDecided(one),
      back: isAside(one, today) ? withName(form(one.card, one.title, `back-${at}`), one.title) : null,
    })),
    decidedSummary: t('Put aside or done: {n}', { n: decided.length }),
  };
}

function sayQuiet(away: number, trainingTold: boolean): string {
  if (away > 0) return t('Nothing else stands out. What you put aside is below.');
  return trainingTold
    ? t('Nothing stands out in these weeks: no clear fall, no clear weak driver, and training is on time.')
    : t('Nothing stands out in these weeks: no clear fall and no clear weak driver.');
}

const withName = <F extends object>(form: F | null, title: string) => form && { ...form, hidden: `: ${title}` };
