/** Which columns hold answers on a scale, and which the customers' own words. */
import { plain } from '../imports/plain.js';
import type { Question } from '../imports/mapping.js';
import type { ColumnProfile } from './column-profile.js';
import { type ReadScale, readScale } from './scale-words.js';

const MOST_ANSWERS = 25;

/** What a question about it is called, in the file or in the words that were asked. */
const NAMES: Record<Question, RegExp> = {
  ease: /\beas[ey]\b|easy|ease|effort|difficult|hawdd|rhwydd/i,
  emotion: /emotion|feel|felt|mood|rating|satisf|recommend|likely|happy|teiml|bodlon|argymell/i,
  friendly: /friendl|welcom|polite|warm|cyfeillgar|croeso/i,
  professional: /profession|proffesiynol/i,
  knowledge: /knowledg|expert|informed|gwybodus|gwybodaeth/i,
  understanding: /understand|understood|listen|deall|gwrando/i,
  efficiency: /efficien|quick|speed|fast|wait|effeithlon|cyflym/i,
  expectations: /expectation|exceed|disgwyliad/i,
};

const ORDER: readonly Question[] = [
  ...(['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations'] as const),
  ...(['ease', 'emotion'] as const),
];

interface Candidate {
  profile: ColumnProfile;
  scale: ReadScale;
}

/** Every question with the column that asks it; each column once. */
export function guessQuestions(profiles: readonly ColumnProfile[]): Partial<Record<Question, string>> {
  const candidates = profiles
    .filter(({ distinct, filled }) => filled > 0 && distinct <= MOST_ANSWERS)
    .map((profile) => ({
      profile,
      scale: readScale(
        profile.values.map(({ text }) => text),
        profile.label,
      ),
    }))
    .filter(({ scale }) => scale.known >= 0.5);
  const found: Partial<Record<Question, string>> = {};
  const free = () => candidates.filter(({ profile }) => !Object.values(found).includes(profile.key));
  for (const question of ORDER) {
    const best = free().find((one) => asks(question, one));
    if (best) found[question] = best.profile.key;
  }
  found.emotion ??= free().find(({ scale }) => scale.about === 'emotion')?.profile.key;
  found.ease ??= free().find(({ scale }) => scale.about === 'ease')?.profile.key;
  if (Object.values(found).every((column) => column === undefined)) found.ease = unnamed(free());
  return found;
}

/** The words of the answers may rule a question out: nobody says "very easy" when asked how they felt. */
function asks(question: Question, { profile, scale }: Candidate): boolean {
  if (question === 'ease' && scale.about === 'emotion') return false;
  if (question === 'emotion' && scale.about === 'ease') return false;
  return NAMES[question].test(`${profile.key} ${profile.label}`);
}

/** A file with a single question calls it anything. */
function unnamed(candidates: readonly Candidate[]): string | undefined {
  return candidates.find(({ profile, scale }) => scale.known === 1 && /^Q|question|score|choice/i.test(profile.label))
    ?.profile.key;
}

const WORDS =
  /comment|text|free|better|improve|why|tell|said|feedback|words|reason|suggest|verbatim|sylw|gwella|geiriau/i;

/** Up to two columns in which customers write, the one with most words first. */
export function guessComments(profiles: readonly ColumnProfile[]): string[] {
  return profiles
    .filter(({ values, length }) => values.some(({ text }) => /\p{L}\s+\p{L}/u.test(text)) && length >= 8)
    .filter((profile) => WORDS.test(`${profile.key} ${profile.label}`) || isProse(profile))
    .sort((a, b) => Number(isProse(b)) - Number(isProse(a)) || b.length * b.filled - a.length * a.filled)
    .slice(0, 2)
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key);
}

const isProse = ({ distinct, filled, length }: ColumnProfile) => length >= 25 && distinct > filled * 0.6;

/** A column of a response's own id: named so, and never the same twice. */
export function guessResponseId(profiles: readonly ColumnProfile[], rows: number): string | null {
  const named =
    /^_?(response|record|respondent|survey|answer|feedback|request|submission|interview)[ _-]?(id|no|number|ref|reference)$|^_?(id|guid|uuid)$/i;
  const fits = ({ filled, distinct }: ColumnProfile) => filled === rows && distinct === rows;
  const titled = ({ key, label }: ColumnProfile) => [key, ...label.split(': ')].some((name) => named.test(plain(name)));
  return profiles.find((profile) => fits(profile) && titled(profile))?.key ?? null;
}
