import type { IsoDate } from '../../platform/dates.js';
import type { StudyFindings } from './findings.js';
import type { Study } from './study.js';
import { type Verdict, verdictOf } from './verdict.js';

/** One result of a study with the verdict on it: what every sentence about it is made of. */
export interface Judged {
  study: Study;
  findings: StudyFindings;
  verdict: Verdict;
  /** Monday of the last closed week that was read. */
  closedTo: IsoDate;
  /** How many results of the study, up to this one, had enough data to show an effect. */
  looks: number;
}

export function judged(study: Study, result: Pick<Judged, 'findings' | 'closedTo' | 'looks'>): Judged {
  const { findings, closedTo, looks } = result;
  return { study, findings, closedTo, looks, verdict: verdictOf(findings) };
}
