/**
 * How far a branch has come, in words that never point at a person: under five colleagues only that it has joined.
 * Worked example: "9 of 12 colleagues in Ashbridge have finished Wednesday’s lesson", share 0.75.
 */
import { t } from '../platform/language/t.js';
import { isSmallTeam } from './small-teams.js';

export interface BranchFacts {
  unitName: string;
  /** 'branch', or 'team' for other kinds of unit. */
  called: 'branch' | 'team';
  /** In post today, long leave left out. */
  people: number;
  /** Those of them who did a lesson or pledged. */
  took: number;
  /** Those of them who finished the lesson that the sentence is about. */
  done: number;
  /** 'Wednesday', or null when the week as a whole is meant. */
  weekday: string | null;
}

export interface BranchProgress {
  /** Printed large, or null. */
  figure: string | null;
  words: string;
  /** From 0 to 1, null when there is no bar. */
  share: number | null;
}

export function branchProgress(facts: BranchFacts): BranchProgress {
  if (isSmallTeam(facts.people)) {
    const { called, took } = facts;
    return plain(took > 0 ? joinedWords(called) : invitation(called));
  }
  const { unitName: unit, weekday } = facts;
  if (facts.took === 0) return plain(t('Nobody in {unit} has started yet. You could be the first.', { unit }));
  const colleagues = weekday === null ? facts.took : facts.done;
  const words =
    weekday === null
      ? t('colleagues in {unit} took part.', { unit })
      : t(
          '{n, plural, one {colleagues in {unit} has finished {weekday}’s lesson.} other {colleagues in {unit} have finished {weekday}’s lesson.}}',
          { n: colleagues, unit, weekday },
        );
  return { figure: figureOf(colleagues, facts.people), words, share: colleagues / facts.people };
}

function joinedWords(called: BranchFacts['called']): string {
  return called === 'branch' ? t('Your branch has joined.') : t('Your team has joined.');
}

function invitation(called: BranchFacts['called']): string {
  return called === 'branch'
    ? t('A lesson or a pledge, and your branch has joined.')
    : t('A lesson or a pledge, and your team has joined.');
}

/** For people who lead several units. */
export function reachProgress({ units, joined }: { units: number; joined: number }): BranchProgress {
  if (joined === 0)
    return plain(
      t('{n, plural, one {None of your # team has started yet.} other {None of your # teams has started yet.}}', {
        n: units,
      }),
    );
  const words = t('{n, plural, one {team has joined.} other {teams have joined.}}', { n: units });
  return { figure: figureOf(joined, units), words, share: joined / units };
}

function figureOf(part: number, whole: number): string {
  return t('{part} of {whole}', { part: String(part), whole: String(whole) });
}

function plain(words: string): BranchProgress {
  return { figure: null, words, share: null };
}
