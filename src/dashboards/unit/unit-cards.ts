/** What is worth doing at one unit: a clear fall or weak driver, training that is late, and customers' thanks. */
import { newAssignmentPath } from '../../assignments/paths.js';
import { writeFilter } from '../../feedback/comments/comment-filter.js';
import { commentsPath } from '../../feedback/paths.js';
import type { MarkedDifference } from '../../feedback/metrics/change.js';
import { unitPath } from '../../network/paths.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayPercent, sayScore, saySigned } from '../../platform/say.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import { isBehind, shareFinished } from '../assigned-completion.js';
import { attentionKey, type Card, praiseKey, TRAINING_KEY } from '../cards/card.js';
import { happyVoice, sayWhere, shortQuote, unhappyVoice, type Voice } from '../cards/voices.js';
import { commentsOfWeeks } from '../comments-of-weeks.js';
import { inTheirWords } from '../in-their-words.js';
import { teamPath } from '../paths.js';
import type { PeriodChoice } from '../period/choice.js';
import { courseFor } from '../recommended-course.js';
import { tellPath } from '../telling/paths.js';
import type { UnitFacts } from './unit-facts.js';

export interface UnitCardAbilities {
  assign: boolean;
  tell: boolean;
  responses: boolean;
}

/** None is about what the reader put aside. */
export function unitCards(facts: UnitFacts, may: UnitCardAbilities): Card[] {
  const cards = [attention(facts, may), behind(facts), thanks(facts, may)];
  return cards.filter((card) => card !== null).filter(({ key }) => !facts.aside.has(key));
}

function attention(facts: UnitFacts, may: UnitCardAbilities): Card | null {
  const { unit, standing, stretches, courses } = facts;
  const driver = driverToWorkOn(standing);
  const slipping = isSlipping(standing);
  if (!driver && !slipping) return null;
  const values = { driver: driver ? t(DRIVER_NAMES[driver]) : t('Ease') };
  const title = slipping ? t('{driver} is slipping', values) : t('{driver} is the weak spot', values);
  const course = may.assign ? courseFor(driver, courses) : null;
  const voice = ofTheLatest(facts) ? unhappyVoice(voicesOf(facts), driver, stretches.now.from) : null;
  const [action = null, ...also] = attentionActions(facts, may, title, course);
  return {
    ...{ id: 'do-attention', key: attentionKey(unit.code), title, driver, icon: 'warn', decide: null, why: null },
    text: slipping && standing.change ? cause(facts, standing.change) : weakness(facts.choice),
    quote: voice && { words: shortQuote(voice.comment), about: sayWhere(voice) },
    action,
    also,
  };
}

/** What the reader may do about it, the strongest first. */
function attentionActions(
  facts: UnitFacts,
  may: UnitCardAbilities,
  title: string,
  course: ReturnType<typeof courseFor>,
): { text: string; path: string }[] {
  const { unit, stretches, today } = facts;
  const assign = course && {
    text: t('Assign ‘{course}’', { course: course.title }),
    path: newAssignmentPath({ units: [unit.code], course: course.slug }),
  };
  const said = {
    text: t('Read what customers say'),
    path: commentsOfWeeks(unitPath(unit.code), stretches.now, today).path,
  };
  const tell = { text: t('Tell its manager'), path: tellPath('units', unit.code, wordsFor(facts, title)) };
  return [assign, may.responses && said, may.tell && tell].filter((one) => one !== false && one != null);
}

const wordsFor = ({ unit }: UnitFacts, title: string) =>
  t('{what}. What do you see there, and what would help?', { what: `${unit.name}: ${title}` });

const ofTheLatest = ({ stretches, lastWeek }: UnitFacts): boolean => stretches.now.to === lastWeek;

const voicesOf = ({ comments, unit }: UnitFacts): Voice[] =>
  comments.map((one) => ({ ...one, unitCode: unit.code, unitName: unit.name }));

/** How far ease fell, and what customers say of it where the weeks are the latest. */
function cause(facts: UnitFacts, { value, low, high }: MarkedDifference): string {
  const { choice, stretches, comments } = facts;
  const values = { points: sayScore(-value), low: saySigned(low), high: saySigned(high) };
  const usual = (choice.span === null || choice.span === 4) && choice.against === 'before';
  const fell = usual
    ? t(
        'Ease is {points} points lower in the last four weeks than in the 13 before (95% interval {low} to {high}).',
        values,
      )
    : t(
        'Ease is {points} points lower in these weeks than in those they are compared with (95% interval {low} to {high}).',
        values,
      );
  const said = ofTheLatest(facts) ? inTheirWords(comments, stretches.now.from) : null;
  return said ? `${fell} ${said}` : fell;
}

function weakness({ span }: PeriodChoice): string {
  return span === null
    ? t('It is clearly below the other five drivers over the last year.')
    : t('It is clearly below the other five drivers over these weeks.');
}

function behind({ assigned, unit, team }: UnitFacts): Card | null {
  if (!isBehind(assigned)) return null;
  const left = assigned.due - assigned.finished;
  return {
    ...{ id: 'do-training', key: TRAINING_KEY, quote: null, also: [], why: null, decide: null, driver: null },
    title: t('Assigned training is behind'),
    text: t('{share} of what is due is finished: {left} of {due} still to finish.', {
      share: sayPercent(shareFinished(assigned) ?? 0),
      left,
      due: assigned.due,
    }),
    action: team === null ? null : { text: t('See who'), path: teamPath(unit.code) },
    icon: 'clock',
  };
}

/** In a customer's own words, or not at all. */
function thanks(facts: UnitFacts, { responses }: UnitCardAbilities): Card | null {
  const { unit } = facts;
  const voice = ofTheLatest(facts) ? happyVoice(voicesOf(facts)) : null;
  if (!voice) return null;
  const delighted = writeFilter(commentsPath(unitPath(unit.code)), { felt: 'delighted' });
  return {
    ...{ id: 'do-praise', key: praiseKey(unit.code), also: [], why: null, decide: null, driver: null, icon: 'chat' },
    title: t('Worth reading out to the team'),
    text: t('A customer was delighted, and it was easy.'),
    quote: { words: shortQuote(voice.comment), about: sayWhere(voice) },
    action: responses ? { text: t('Read more like this'), path: delighted } : null,
  };
}
