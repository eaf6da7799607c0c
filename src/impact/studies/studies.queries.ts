import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { SeenSoFar } from './due.js';
import type { StudyFindings } from './findings.js';
import type { Study, StudyDesign } from './study.js';

/** A result of a study, without what it found. */
export interface ResultRow {
  /** From 1. */
  number: number;
  /** Monday of the last closed week that was read. */
  closedTo: IsoDate;
  dataVersion: string;
  workedOutAt: Date;
}

export interface StoredResult extends ResultRow {
  /** See judged.ts. */
  looks: number;
  findings: StudyFindings;
}

/** A study beside its latest result. */
export interface StudyListRow {
  study: Study;
  latest: StoredResult | null;
  underWay: boolean;
}

/** A run that has not ended. */
export interface RunUnderWay {
  runId: number;
  askedAt: Date;
  /** Null before its job is there. Steps of the work; `over` when the job has ended and the run has not. */
  job: RunJob | null;
}

export interface RunJob {
  id: number;
  begun: boolean;
  over: boolean;
  parked: boolean;
  tries: number;
  done: number;
  total: number | null;
  phase: string | null;
}

/** Everything of a study that is fixed when it is registered. */
export interface StudyDraft extends StudyDesign {
  title: string;
  campaignId: number | null;
}

export const runKey = (runId: number): string => `study-run-${runId}`;

/** Studies, their runs and what these found. Results are those of the product's time: none from after `now`. */
@Injectable()
export class StudiesQueries {
  constructor(private readonly db: Database) {}

  /** The latest first. */
  async list(now: Date): Promise<StudyListRow[]> {
    const rows = await this.db.query<Study & { latest: StoredResult | null; underWay: boolean }>(
      `select ${STUDY}, ${LATEST} as latest,
              exists (select from study_run open where open.study_id = s.id and open.ended_at is null) as "underWay"
         from study s ${JOINED} where s.registered_at <= $1 order by s.registered_at desc, s.id desc`,
      [now],
    );
    return rows.map(({ latest, underWay, ...study }) => ({ study, latest: withMoment(latest), underWay }));
  }

  /** Those that found something, the latest result first. */
  async latestOfAll(now: Date, limit: number): Promise<{ study: Study; latest: StoredResult }[]> {
    const rows = await this.db.query<Study & { latest: StoredResult }>(
      `select * from (select ${STUDY}, ${LATEST} as latest from study s ${JOINED} where s.registered_at <= $1) studies
        where latest is not null order by latest ->> 'workedOutAt' desc, id desc limit $2`,
      [now, limit],
    );
    return rows.map(({ latest, ...study }) => ({ study, latest: withMoment(latest)! }));
  }

  one(id: number, now: Date): Promise<Study | null> {
    return this.db.one<Study>(`select ${STUDY} from study s ${JOINED} where s.id = $2 and s.registered_at <= $1`, [
      now,
      id,
    ]);
  }

  /** The latest first. */
  results(id: number, now: Date): Promise<ResultRow[]> {
    return this.db.query<ResultRow>(
      `select number, closed_to as "closedTo", data_version as "dataVersion", ended_at as "workedOutAt"
         from study_run where study_id = $1 and outcome = 'found' and ended_at <= $2 order by number desc`,
      [id, now],
    );
  }

  result(id: number, number: number, now: Date): Promise<StoredResult | null> {
    return this.db.one<StoredResult>(`${RESULT} and number = $3`, [id, now, number]);
  }

  latest(id: number, now: Date): Promise<StoredResult | null> {
    return this.db.one<StoredResult>(`${RESULT} order by number desc limit 1`, [id, now]);
  }

  /** When a run last found that nothing had changed since the latest result. */
  async sameSince(id: number, now: Date): Promise<Date | null> {
    const row = await this.db.one<{ at: Date | null }>(
      `select max(ended_at) as at from study_run r where study_id = $1 and ended_at <= $2 and outcome = 'same'
          and not exists (select from study_run later where later.study_id = r.study_id and later.outcome = 'found'
                             and later.id > r.id and later.ended_at <= $2)`,
      [id, now],
    );
    return row?.at ?? null;
  }

  running(id: number): Promise<RunUnderWay | null> {
    return this.db.one<RunUnderWay>(
      `select r.id as "runId", r.asked_at as "askedAt",
              case when j.id is not null then json_build_object(
                'id', j.id, 'begun', coalesce(j.claimed_at > now() - interval '1 minute', false), 'over', j.done_at is not null,
                'parked', j.parked_at is not null, 'tries', j.tries, 'done', coalesce(j.progress_done, 0),
                'total', j.progress_total, 'phase', j.progress_phase) end as job
         from study_run r left join job j on j.schedule_key = 'study-run-' || r.id
        where r.study_id = $1 and r.ended_at is null`,
      [id],
    );
  }

  /** Studies whose weeks go on, that have no run under way, and whose latest run read fewer weeks than are closed now. */
  due(lastClosed: IsoDate, now: Date): Promise<(SeenSoFar & { id: number })[]> {
    return this.db.query(
      `select s.id, s.last_week as "lastWeek", last.closed_to as "closedTo", last.findings -> 'notEnough' ->> 'enoughOn' as "enoughOn"
         from study s
         left join lateral (select closed_to, findings from study_run r where r.study_id = s.id and r.outcome = 'found'
                             order by number desc limit 1) last on true
        where s.registered_at <= $2 and s.first_week < $1 and coalesce(last.closed_to, '-infinity') < least(s.last_week, $1::date)
          and not exists (select from study_run open where open.study_id = s.id and open.ended_at is null)
        order by s.id`,
      [lastClosed, now],
    );
  }

  /** The id, or null when this form has been sent before. */
  async insert(tx: Tx, draft: StudyDraft, formToken: string, registeredBy: number | null): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into study (form_token, title, campaign_id, wave_plan_id, metric, threshold, weighting, cluster_level,
                          unit_kinds, region_ids, first_week, last_week, registered_by, registered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (form_token) do nothing returning id`,
      [
        ...[formToken, draft.title, draft.campaignId, draft.wavePlanId, draft.metric, draft.threshold, draft.weighting],
        ...[draft.clusterLevel, draft.kinds, draft.regionIds, draft.weeks.from, draft.weeks.to, registeredBy, tx.now],
      ],
    );
    if (row === null) return null;
    await tx.query('insert into study_course (study_id, course_id) select distinct $1::int, unnest($2::int[])', [
      row.id,
      draft.courseIds,
    ]);
    return row.id;
  }

  async madeWith(tx: Tx, formToken: string): Promise<number | null> {
    return (await tx.one<{ id: number }>('select id from study where form_token = $1', [formToken]))?.id ?? null;
  }

  /** A new run; null when this form has been sent before, or a run of the study is under way. */
  async begin(tx: Tx, studyId: number, formToken: string, askedBy: number | null): Promise<number | null> {
    await this.closeDead(tx, studyId);
    const row = await tx.one<{ id: number }>(
      'insert into study_run (study_id, form_token, asked_by, asked_at) values ($1, $2, $3, $4) on conflict do nothing returning id',
      [studyId, formToken, askedBy, tx.now],
    );
    return row?.id ?? null;
  }

  /** Ends a run whose job has ended before it did: it was stopped, or given up. */
  async closeDead(tx: Tx, studyId: number): Promise<void> {
    await tx.query(
      `update study_run r set ended_at = $2, outcome = 'stopped'
        where study_id = $1 and ended_at is null
          and exists (select from job j where j.schedule_key = 'study-run-' || r.id and j.done_at is not null)`,
      [studyId, tx.now],
    );
  }

  async begunWith(tx: Tx, formToken: string): Promise<boolean> {
    return (await tx.one('select id from study_run where form_token = $1', [formToken])) !== null;
  }

  /** The study of a run that has not ended. */
  async ofOpenRun(runId: number): Promise<Study | null> {
    return this.db.one<Study>(
      `select ${STUDY} from study_run r join study s on s.id = r.study_id ${JOINED} where r.id = $1 and r.ended_at is null`,
      [runId],
    );
  }

  /** Whether these very data have been worked out for the study. */
  async isKnown(studyId: number, dataVersion: string): Promise<boolean> {
    return (
      (await this.db.one(`select id from study_run where study_id = $1 and data_version = $2 and outcome = 'found'`, [
        studyId,
        dataVersion,
      ])) !== null
    );
  }

  /** Ends a run, once: false when it had ended. What was found becomes the study's next result. */
  async end(
    tx: Tx,
    runId: number,
    outcome: 'same' | 'stopped' | Omit<StoredResult, 'number' | 'looks' | 'workedOutAt'>,
  ) {
    const found = typeof outcome === 'string' ? null : outcome;
    const row = await tx.one(
      `update study_run r
          set ended_at = $2, outcome = $3, data_version = $4, closed_to = $5, findings = $6,
              number = case when $3 = 'found' then
                (select coalesce(max(number), 0) + 1 from study_run past where past.study_id = r.study_id) end
        where id = $1 and ended_at is null returning id`,
      [
        ...[runId, tx.now, found === null ? outcome : 'found', found?.dataVersion ?? null, found?.closedTo ?? null],
        found === null ? null : JSON.stringify(found.findings),
      ],
    );
    return row !== null;
  }
}

const STUDY = `
  s.id, s.title, s.metric, s.threshold::float8 as threshold, s.weighting, s.cluster_level as "clusterLevel",
  s.unit_kinds as kinds, s.region_ids as "regionIds", s.wave_plan_id as "wavePlanId", s.registered_at as "registeredAt",
  json_build_object('from', s.first_week, 'to', s.last_week) as weeks, registrar.name as "registeredBy",
  case when c.id is not null then json_build_object('slug', c.slug, 'title', c.title || ' ' || extract(year from c.starts_on)) end as campaign,
  about.ids as "courseIds", about.courses`;

const JOINED = `
  left join person registrar on registrar.id = s.registered_by
  left join campaign c on c.id = s.campaign_id
  cross join lateral (
    select array_agg(k.course_id order by v.title) as ids,
           json_agg(json_build_object('slug', course.slug, 'title', v.title) order by v.title) as courses
      from study_course k join course on course.id = k.course_id
      cross join lateral (select title from course_version v where v.course_id = k.course_id
                           order by v.state = 'published' desc, v.id desc limit 1) v
     where k.study_id = s.id) about`;

const LOOKS = `(
  select count(*)::int from study_run seen
   where seen.study_id = r.study_id and seen.outcome = 'found' and seen.number <= r.number
     and seen.findings ->> 'notEnough' is null)`;

const LATEST = `(
  select json_build_object('number', r.number, 'closedTo', r.closed_to, 'dataVersion', r.data_version,
           'workedOutAt', r.ended_at, 'findings', r.findings, 'looks', ${LOOKS})
    from study_run r where r.study_id = s.id and r.outcome = 'found' and r.ended_at <= $1 order by r.number desc limit 1)`;

const RESULT = `
  select number, closed_to as "closedTo", data_version as "dataVersion", ended_at as "workedOutAt", findings, ${LOOKS} as looks
    from study_run r where study_id = $1 and outcome = 'found' and ended_at <= $2`;

/** JSON holds moments as text. */
function withMoment(result: StoredResult | null): StoredResult | null {
  return result && { ...result, workedOutAt: new Date(result.workedOutAt) };
}
