import { t } from '../../platform/language/t.js';
import { sayList, sayNumber } from '../../platform/say.js';
import { DAYS_BETWEEN_NUDGES, type LeftOut } from './nudge-limit.js';
import type { Nudged } from './people.service.js';

const NAMES_SHOWN = 3;

/** 'Nudged 2 people. Left out: Bo Lyle, finished already; Ana Away, on long leave.' */
export function sayNudged({ people, leftOut }: Nudged): string {
  const done =
    people.length === 0
      ? t('Nobody was nudged.')
      : t('Nudged {n, plural, one {# person} other {# people}}.', { n: people.length });
  const groups = WHYS.flatMap((why) => {
    const names = leftOut.filter((one) => one.why === why).map((one) => one.person.name);
    return names.length > 0 ? [sayGroup(why, names)] : [];
  });
  return groups.length > 0 ? t('{done} Left out: {groups}.', { done, groups: groups.join('; ') }) : done;
}

const WHYS: readonly LeftOut[] = ['nudgedLately', 'finished', 'settled', 'onLeave'];

function sayGroup(why: LeftOut, names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  const shown = more > 0 ? [...names.slice(0, NAMES_SHOWN), t('{n} more', { n: sayNumber(more) })] : names;
  const values = { names: sayList(shown), days: String(DAYS_BETWEEN_NUDGES) };
  switch (why) {
    case 'nudgedLately':
      return t('{names}, nudged less than {days} days ago', values);
    case 'finished':
      return t('{names}, finished already', values);
    case 'settled':
      return t('{names}, settled already', values);
    case 'onLeave':
      return t('{names}, on long leave', values);
  }
}
