/** Studies and what they found, as rows: the pages are tried with every verdict without anything being worked out. */
import { randomUUID } from 'node:crypto';
import type { StudyFindings } from '../../src/impact/studies/findings.js';
import { DRIVERS } from '../../src/platform/drivers.js';
import { anEffect, nobodyBeside, someFindings, tooFewYet, weeksSince } from '../factories/study-findings.js';
import type { TestApp } from '../support/app.js';

interface StudyMade {
  title?: string;
  course?: string;
  campaign?: string;
  by?: string;
  registeredAt?: string;
  metric?: string;
  lastWeek?: string;
}

/** A study of ease at branches over a year; its id. */
export async function aStudy(app: TestApp, made: StudyMade = {}): Promise<number> {
  const row = await app.db.one<{ id: number }>(
    `with made as (
       insert into study (form_token, title, campaign_id, metric, threshold, weighting, cluster_level, unit_kinds,
              first_week, last_week, registered_by, registered_at)
       values ($1, $2, (select id from campaign where slug = $3), $4, 0.8, 'answers', 'area', '{branch}',
               '2026-01-05', $5, (select id from person where reference = $6), $7)
       returning id),
     about as (insert into study_course select made.id, c.id from made, course c where c.slug = $8)
     select id from made`,
    [
      ...[randomUUID(), made.title ?? 'Did ‘Put it right’ make a difference?', made.campaign ?? null],
      ...[made.metric ?? 'ease', made.lastWeek ?? '2027-06-28', made.by ?? 'nik'],
      ...[made.registeredAt ?? '2027-01-11T09:00:00Z', made.course ?? 'put-it-right-first-time'],
    ],
  );
  return row!.id;
}

/** The next result of a study. */
export async function found(
  app: TestApp,
  studyId: number,
  findings: StudyFindings,
  { at = '2027-02-09T03:00:00Z', closedTo = '2027-02-01' } = {},
): Promise<void> {
  await app.db.query(
    `insert into study_run (study_id, form_token, asked_at, ended_at, outcome, number, data_version, closed_to, findings)
     select $1, $2::text, $3, $3, 'found', coalesce(max(number), 0) + 1, encode(sha256($2::text::bytea), 'hex'), $4, $5
       from study_run where study_id = $1`,
    [studyId, randomUUID(), at, closedTo, JSON.stringify(findings)],
  );
}

/** A run that found nothing new. */
export async function same(app: TestApp, studyId: number, at: string): Promise<void> {
  await app.db.query(
    `insert into study_run (study_id, form_token, asked_at, ended_at, outcome) values ($1, $2, $3, $3, 'same')`,
    [studyId, randomUUID(), at],
  );
}

interface JobMade {
  begun?: boolean;
  parked?: boolean;
  phase?: string;
  done?: number;
}

/** A run that has not ended, with its job as a worker left it. */
export async function underWay(app: TestApp, studyId: number, job: JobMade = {}): Promise<number> {
  const run = await app.db.one<{ id: number }>(
    'insert into study_run (study_id, form_token, asked_at) values ($1, $2, $3) returning id',
    [studyId, randomUUID(), app.clock.now()],
  );
  await app.db.query(
    `insert into job (kind, body, schedule_key, tries, parked_at, claimed_at, progress_done, progress_total, progress_phase)
     values ('impact.study', $1, $2, $3, $4, $5, $6, 6, $7)`,
    [
      ...[JSON.stringify({ runId: run!.id }), `study-run-${run!.id}`, job.parked ? 8 : 0],
      ...[job.parked ? new Date() : null, (job.begun ?? true) && !job.parked ? new Date() : null],
      ...[job.done ?? 2, job.phase ?? 'leads'],
    ],
  );
  return run!.id;
}

const SIX = DRIVERS.map((driver, at) => ({ driver, effect: anEffect(0.5 * at - 0.4, 1), clear: at > 3 }));

/** Every verdict there is, by the name of its kind; `byLot` is a clear one of grade A. */
export const VERDICTS = {
  clear: someFindings({ drivers: SIX }),
  byLot: someFindings({
    byLot: true,
    permutation: { estimate: 2.6, low: 1.4, high: 3.8, draws: 999, p: 0.004 },
    drivers: SIX,
  }),
  association: someFindings({ leads: null, drivers: SIX }),
  notClear: someFindings({ effect: anEffect(0.25, 0.65), weeksSince: weeksSince(0.2), drivers: SIX }),
  withheld: someFindings({
    leads: { method: 'f', statistic: 5.2, weeks: 8, clusters: 320, p: 0.0002 },
    donut: anEffect(2.1, 1.1),
    matched: anEffect(0.8, 1.2),
    drivers: SIX,
  }),
  beforeAndAfterOnly: nobodyBeside(),
  notEnough: tooFewYet(),
} satisfies Record<string, StudyFindings>;
