/**
 * What somebody who does not see who finished what may be told about colleagues. Figures about colleagues need five of them
 * (product/feedback.md): of two, a share tells each how far the other has come. And they are told as of today only, because the
 * figures of two days between which one of six has moved away tell how far that one had come.
 */
import { isSmallTeam } from '../../campaigns/small-teams.js';

export type Told = 'told' | 'tooFew' | 'todayOnly';

export interface ColleaguesTold {
  /** Of everybody in post: course completion, and training as a change at the unit. */
  team: Told;
  /** Of those to whom something is assigned. */
  assigned: Told;
}

interface Colleagues {
  /** Whoever sees who finished what is told everything. */
  seesTeam: boolean;
  /** Those in post, and those of them for whom something is due. */
  inPost: number;
  due: number;
  /** Whether the page is about a day of the past. */
  past: boolean;
}

export function colleaguesTold({ seesTeam, inPost, due, past }: Colleagues): ColleaguesTold {
  if (seesTeam) return { team: 'told', assigned: 'told' };
  const team = toldOf(inPost, past);
  return { team, assigned: team === 'told' ? toldOf(due, past) : team };
}

/** Nobody has no state that could be told. */
function toldOf(people: number, past: boolean): Told {
  if (people > 0 && isSmallTeam(people)) return 'tooFew';
  return past ? 'todayOnly' : 'told';
}
