/** The card that stands first: the place with most to gain, the reason in a customer's words, and what to do about it. */
import { newAssignmentPath } from '../../assignments/paths.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayList } from '../../platform/say.js';
import { driverToWorkOn, isSlipping } from '../../feedback/metrics/standing.js';
import { inTheirWords } from '../in-their-words.js';
import type { RowsAre } from '../level.js';
import { courseFor } from '../recommended-course.js';
import type { Row } from '../table/rows.js';
import { attentionKey, type Card } from './card.js';
import { type CardContext, type CardFacts, everybodyOf, openWith, tellAbout } from './card-context.js';
import { sayCause, sayFall, sayStandouts, sayTrouble } from './card-words.js';
import { sayWhere, shortQuote, unhappyVoice, type Voice } from './voices.js';
import { sayWhyFirst } from './why-first.js';

const MOST_NAMED = 3;

const TELL: Record<RowsAre, string> = {
  units: msg('Tell its manager'),
  areas: msg('Tell the area manager'),
  regions: msg('Tell the regional manager'),
};

/** Null when nothing is clear. */
export function attentionCard(facts: CardFacts, context: CardContext): Card | null {
  const row = facts.spot.troubled[0]?.row;
  if (!row) return null;
  const driver = driverToWorkOn(row.standing);
  const title = sayTrouble(row, driver, context.are);
  return {
    id: 'do-attention',
    key: attentionKey(row.place.code),
    title,
    text: reason(facts, context, row),
    quote: quoteOf(facts, context, row),
    ...actions(facts, context, row, title),
    why: sayWhyFirst(facts.spot.troubled),
    decide: null,
    driver,
    icon: 'warn',
  };
}

function reason(facts: CardFacts, { are }: CardContext, row: Row): string {
  const said =
    are === 'units'
      ? [sayCause(row, facts.choice), ofTheLatest(facts) ? inTheirWords(facts.voices, facts.stretches.now.from) : null]
      : [
          sayFall(row, facts.choice),
          ofTheLatest(facts) ? sayStandouts(facts.standouts, row) : null,
          alsoSlipping(facts),
        ];
  return said.filter(Boolean).join(' ');
}

/** Comments are read from the newest on, so they speak of the latest weeks only. */
const ofTheLatest = ({ stretches, today }: CardFacts): boolean => stretches.now.to === lastClosedWeek(today);

function alsoSlipping({ spot }: CardFacts): string | null {
  const others = spot.troubled.slice(1).filter(({ row }) => isSlipping(row.standing));
  if (others.length === 0) return null;
  const named = others.slice(0, MOST_NAMED).map(({ row }) => row.place.name);
  const more = others.length - named.length;
  const places = more > 0 ? [...named, t('{n, plural, one {# more} other {# more}}', { n: more })] : named;
  return t('Also slipping: {places}.', { places: sayList(places) });
}

function quoteOf(facts: CardFacts, context: CardContext, row: Row): Card['quote'] {
  if (!ofTheLatest(facts)) return null;
  const voice = unhappyVoice(voicesOf(facts, context, row), driverToWorkOn(row.standing), facts.stretches.now.from);
  return voice && { words: shortQuote(voice.comment), about: sayWhere(voice) };
}

/** Those of the unit itself, or of the units that stand for the area or region. */
export function voicesOf(
  { voices, standouts }: CardFacts,
  { are }: CardContext,
  { place }: Row,
  mood = 'unhappy',
): Voice[] {
  if (are === 'units') return voices.filter(({ unitId }) => unitId === place.id);
  const named = standouts.filter((one) => one.placeId === place.id && one.mood === mood).map(({ unitId }) => unitId);
  return named.flatMap((id) => voices.filter(({ unitId }) => unitId === id));
}

function actions(facts: CardFacts, context: CardContext, { place, standing }: Row, title: string) {
  const { code, name } = place;
  const course = courseFor(driverToWorkOn(standing), context.courses);
  const within = context.are !== 'units' && isSlipping(standing);
  const open = {
    text: within ? t('See who is slipping in {place}', { place: name }) : t('Open {place}', { place: name }),
    path: openWith(facts, context, code, within ? 'slipping' : null),
  };
  const toTell = tellAbout(context, code, t('{what}. What do you see there, and what would help?', { what: title }));
  const tell = toTell === null ? [] : [{ text: t(TELL[context.are]), path: toTell }];
  const assign = course && {
    text: t('Assign ‘{course}’', { course: course.title }),
    path: newAssignmentPath({ ...everybodyOf(context, code), course: course.slug }),
  };
  const all = [...(assign ? [assign] : []), ...(context.are === 'units' ? [open, ...tell] : [...tell, open])];
  const [action = null, ...also] = all;
  return { action, also };
}
