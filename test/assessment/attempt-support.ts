import { AttemptsService } from '../../src/assessment/attempts/attempts.service.js';
import { attemptPath, questionPath, submissionPath } from '../../src/assessment/paths.js';
import type { Actor } from '../../src/platform/actor.js';
import type { TestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';

export function actorFor(personId: number): Actor {
  const reach = { network: false, regionIds: [], areaIds: [], unitIds: [] };
  return { personId, reference: '', name: '', language: 'en', roles: ['staff'], reach, unitId: null, areaId: null };
}

/** A counter colleague; `unitId` for one who works beside another. */
export async function aColleague(app: TestApp, beside?: { unitId: number }): Promise<{ id: number; unitId: number }> {
  const unitId = beside?.unitId ?? (await aBranch(app));
  const person = await app.db.one<{ id: number }>(
    `insert into person (reference, name) select (max(id) + 1)::text, 'Colleague ' || (max(id) + 1)
       from (select 0 as id union all select id from person) p returning id`,
  );
  await app.db.query(
    "insert into posting (person_id, unit_id, role, main, valid) values ($1, $2, 'staff', true, '[2026-01-01,)')",
    [person!.id, unitId],
  );
  return { id: person!.id, unitId };
}

async function aBranch(app: TestApp): Promise<number> {
  const row = await app.db.one<{ unitId: number }>(
    `with r as (insert into region (code, name) values (gen_random_uuid()::text, 'North') returning id),
          a as (insert into area (code, name) values (gen_random_uuid()::text, 'Northmere') returning id),
          u as (insert into unit (code, name, kind, nation)
                select lpad((count(*) + 1)::text, 6, '0'), 'Ashbridge', 'branch', 'england' from unit returning id),
          ar as (insert into area_region (area_id, region_id, valid) select a.id, r.id, '[2020-01-01,)' from a, r),
          ua as (insert into unit_area (unit_id, area_id, valid) select u.id, a.id, '[2020-01-01,)' from u, a)
     select u.id as "unitId" from u`,
  );
  await app.db.query('select refresh_unit_place(array[$1::int])', [row!.unitId]);
  return row!.unitId;
}

/** Starts an attempt as courses will; gives its id. */
export async function start(app: TestApp, person: { id: number }, quizVersionId: number): Promise<string> {
  return (await app.nest.get(AttemptsService).start(actorFor(person.id), quizVersionId)).attemptId;
}

/** A learner at one attempt, who sees pages and presses buttons. */
export class Learner {
  constructor(
    readonly browser: Browserless,
    readonly attemptId: string,
  ) {}

  see(number: number): Promise<Answer> {
    return this.browser.get(questionPath(this.attemptId, number));
  }

  /** Opens the question, chooses and presses the button. */
  async choose(number: number, answer: string | string[], more: Fields = {}): Promise<Answer> {
    const token = tokenOf(await this.see(number));
    return this.browser.post(questionPath(this.attemptId, number), { answer, token, ...more });
  }

  handIn(fields: Fields = {}): Promise<Answer> {
    return this.browser.post(submissionPath(this.attemptId), fields);
  }

  async goOn(): Promise<string | null> {
    return (await this.browser.get(attemptPath(this.attemptId))).location;
  }
}

/** The save token of a page that asks; empty on others. */
export function tokenOf(page: Answer): string {
  return /name="token" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
}

export function titleOf(page: Answer): string {
  return /<title>([^<]*)<\/title>/.exec(page.text)?.[1]?.replace(' – CX University', '') ?? '';
}
