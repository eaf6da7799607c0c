/** What an answer said before it was corrected, in a sentence for each correction: 'Corrected on 10 February 2027: ease was 2 of 5.' */
import { londonDate } from '../platform/dates.js';
import { type Driver, DRIVER_NAMES, DRIVERS } from '../platform/drivers.js';
import { EMOTION_NAMES, emotionOf } from '../platform/emotions.js';
import { t } from '../platform/language/t.js';
import { sayFullDate, sayList } from '../platform/say.js';

/** The marks of one answer; words are not among them: they are masked and shown as they stand now only. */
export type Marks = Record<'ease' | 'emotion' | Driver, number | null>;

/** Values that a correction replaced. */
export interface Replaced {
  /** When; ISO time. */
  at: string;
  /** Null when they have been deleted since their time was over. */
  marks: Marks | null;
}

/** Oldest first. @param replaced in the order in which they were */
export function sayCorrections(replaced: readonly Replaced[], now: Marks): string[] {
  return replaced.map(({ at, marks }, index) => {
    const after = replaced.slice(index + 1).find((one) => one.marks !== null)?.marks ?? now;
    const were = marks === null ? [] : changesOf(marks, after);
    const day = sayFullDate(londonDate(new Date(at)));
    return were.length === 0
      ? t('Corrected on {day}.', { day })
      : t('Corrected on {day}: {were}.', { day, were: sayList(were) });
  });
}

function changesOf(was: Marks, became: Marks): string[] {
  const marks = [...(['ease', ...DRIVERS] as const)].filter((mark) => was[mark] !== became[mark]);
  return [
    ...marks.map((mark) => sayMark(mark === 'ease' ? t('Ease') : t(DRIVER_NAMES[mark]), was[mark])),
    ...(was.emotion === became.emotion ? [] : [sayFelt(was.emotion)]),
  ];
}

function sayMark(name: string, mark: number | null): string {
  return mark === null ? t('{name} had no answer', { name }) : t('{name} was {n} of 5', { name, n: String(mark) });
}

function sayFelt(value: number | null): string {
  const emotion = emotionOf(value);
  return emotion === null
    ? t('{name} had no answer', { name: t('Felt') })
    : t('{name} was {emotion}', { name: t('Felt'), emotion: t(EMOTION_NAMES[emotion]) });
}
