import { t } from '../../platform/language/t.js';
import { sayList } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { messagesPathOf, placePathOf } from './paths.js';
import type { ToldPlace } from './telling.service.js';
import type { Leader } from './telling.queries.js';

export interface TellDraft {
  token: string;
  words: string;
  problems: readonly Problem[];
}

/** The form, or that there is nobody to write to. */
export function tellPage(place: ToldPlace, readers: readonly Leader[], { token, words, problems }: TellDraft) {
  const said = presentProblems(problems);
  const names = sayList(readers.map(({ name }) => name));
  return {
    title: t('Write about {place}', { place: place.name }),
    back: { text: place.name, href: placePathOf(place.are, place.code) },
    to: readers.length > 0 ? t('To {names}', { names }) : null,
    nobody: readers.length > 0 ? null : t('Nobody leads {place} today.', { place: place.name }),
    problems: said,
    form: { path: messagesPathOf(place.are, place.code), token, words, error: said?.by.words ?? null },
  };
}
