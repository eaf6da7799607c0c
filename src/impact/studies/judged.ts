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
  /** Which result of the study it is, from 1. */
  number: number;
}

export function judged(study: Study, result: Pick<Judged, 'findings' | 'closedTo' | 'number'>): Judged {
  const { findings, closedTo, number } = result;
  return { study, findings, closedTo, number, verdict: verdictOf(findings) };
}
