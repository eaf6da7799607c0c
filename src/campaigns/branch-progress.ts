/**
 * How far a branch has come, in words that never point at a person: under five colleagues only that it has joined.
 * Worked example: "9 of 12 colleagues in Ashbridge have finished Wednesday’s lesson", share 0.75.
 */
import { count } from '../platform/say.js';
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
    return plain(took > 0 ? `Your ${called} has joined.` : `A lesson or a pledge, and your ${called} has joined.`);
  }
  if (facts.took === 0) return plain(`Nobody in ${facts.unitName} has started yet. You could be the first.`);
  const wholeWeek = facts.weekday === null;
  const colleagues = wholeWeek ? facts.took : facts.done;
  const what = wholeWeek ? 'took part.' : `${colleagues === 1 ? 'has' : 'have'} finished ${facts.weekday}’s lesson.`;
  return {
    figure: `${colleagues} of ${facts.people}`,
    words: `colleagues in ${facts.unitName} ${what}`,
    share: colleagues / facts.people,
  };
}

/** For people who lead several units. */
export function reachProgress({ units, joined }: { units: number; joined: number }): BranchProgress {
  if (joined === 0) return plain(`None of your ${count(units, 'team', 'teams')} has started yet.`);
  return {
    figure: `${joined} of ${units}`,
    words: `${units === 1 ? 'team has' : 'teams have'} joined.`,
    share: joined / units,
  };
}

function plain(words: string): BranchProgress {
  return { figure: null, words, share: null };
}
