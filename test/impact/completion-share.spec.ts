import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompletionShareQueries } from '../../src/impact/panel/completion-share.queries.js';
import { addDays, type IsoDate } from '../../src/platform/dates.js';
import { seededRandom } from '../../src/statistics/seeded-random.js';
import { startWeek } from '../campaigns/week-world.js';
import { importPeople } from '../network/files.js';
import type { TestApp } from '../support/app.js';

const FROM = '2026-08-03';
const WEEKS = Array.from({ length: 26 }, (_, at) => addDays(FROM, 7 * at));
const TO = WEEKS.at(-1)!;
const PLACES = ['021047', '000002', '000003', 'HQ'];
const LASTING = 'put-it-right-first-time';
const LAPSING = 'a-proper-hello';

interface Share {
  wanted: number;
  done: number;
}

describe('completion of units, week by week', () => {
  let app: TestApp;
  const random = seededRandom(11);
  const dayFrom = (first: IsoDate, days: number) => addDays(first, Math.floor(random() * days));

  beforeAll(async () => {
    app = await startWeek();
    // Valid for three months, so that it lapses within the weeks.
    await app.db.query(
      `alter table course_version disable trigger course_version_immutable;
       update course_version set validity_months = 3 where course_id = (select id from course where slug = '${LAPSING}');
       alter table course_version enable trigger course_version_immutable;`,
    );
    await importPeople(app, careers());
    await app.db.query(
      `insert into leave (person_id, valid)
       select p.id, daterange(l.first, l.last) from jsonb_to_recordset($1) as l (who text, first date, last date)
         join person p on p.reference = l.who`,
      [JSON.stringify(leaves())],
    );
    await app.db.query(
      `insert into completion (person_id, course_id, course_version_id, period, completed_at)
       select p.id, c.id, v.id, k.period, k.at::timestamptz
         from jsonb_to_recordset($1) as k (who text, slug text, period int, at text)
         join person p on p.reference = k.who join course c on c.slug = k.slug
         join course_version v on v.course_id = c.id and v.state = 'published'`,
      [JSON.stringify(completions())],
    );
  });
  afterAll(() => app.stop());

  const people = Array.from({ length: 60 }, (_, at) => `w${at}`);
  const anyPlace = () => PLACES[Math.floor(random() * PLACES.length)]!;

  /** One or two jobs each, from before, within and up to after the weeks, some with a gap between. */
  function careers(): string[] {
    return people.flatMap((who) => {
      const first = dayFrom('2026-01-01', 300);
      const last = addDays(first, 20 + Math.floor(random() * 250));
      const next = addDays(last, 1 + Math.floor(random() * 20));
      const row = (place: string, from: string, to: string) => `${who},Wil Jones,,${place},staff,${from},${to}`;
      return random() < 0.5
        ? [row(anyPlace(), first, '')]
        : [row(anyPlace(), first, last), row(anyPlace(), next, random() < 0.5 ? '' : addDays(next, 30))];
    });
  }

  function leaves() {
    return people.slice(0, 25).flatMap((who) => {
      const first = dayFrom('2026-06-01', 200);
      const last = addDays(first, 1 + Math.floor(random() * 60));
      return [
        { who, first, last },
        { who, first: addDays(last, 30), last: null },
      ].slice(0, random() < 0.3 ? 2 : 1);
    });
  }

  function completions() {
    return people.flatMap((who) =>
      [LASTING, LAPSING].flatMap((slug) =>
        [0, 1].flatMap((period) => {
          const at = `${addDays(dayFrom('2026-04-01', 280), 60 * period)}T${random() < 0.5 ? '23:30' : '09:00'}:00Z`;
          return random() < 0.45 ? [{ who, slug, period, at }] : [];
        }),
      ),
    );
  }

  /** By unit the share in each week, each step held until the next. */
  async function read(slugs: readonly string[]): Promise<Map<number, Share[]>> {
    const rows = await app.db.query<{ id: number }>('select id from course where slug = any ($1)', [slugs]);
    const found = new Map<number, Share[]>();
    const ids = rows.map(({ id }) => id);
    for await (const { unitId, weeks, wanted, done } of app.nest
      .get(CompletionShareQueries)
      .steps(ids, { from: FROM, to: TO }))
      found.set(
        unitId,
        WEEKS.map((_, week) => {
          const step = weeks.findLastIndex((at) => at <= week);
          return { wanted: wanted[step] ?? 0, done: done[step] ?? 0 };
        }),
      );
    return found;
  }

  /** The same asked of each Sunday by itself. */
  async function asked(slugs: readonly string[], week: IsoDate) {
    return app.db.query<{ unitId: number } & Share>(
      `select p.unit_id as "unitId", (count(*) * $3::int)::int as wanted,
              coalesce(sum((select count(distinct k.course_id) from completion k
                              join course c on c.id = k.course_id and c.slug = any ($2)
                              join course_version v on v.id = k.course_version_id
                             where k.person_id = p.person_id
                               and (k.completed_at at time zone 'Europe/London')::date <= $1::date
                               and (v.validity_months is null or ((k.completed_at + make_interval(months => v.validity_months))
                                     at time zone 'Europe/London')::date > $1::date))), 0)::int as done
         from in_post($1::date) p group by p.unit_id`,
      [addDays(week, 6), slugs, slugs.length],
    );
  }

  it.each([[[LASTING]], [[LAPSING]], [[LASTING, LAPSING]]])(
    'of %j is who was in post on each Sunday and held it then',
    async (slugs) => {
      const found = await read(slugs);
      let compared = 0;
      for (const [at, week] of WEEKS.entries()) {
        const then = new Map((await asked(slugs, week)).map(({ unitId, wanted, done }) => [unitId, { wanted, done }]));
        for (const [unitId, shares] of found) {
          expect([week, unitId, shares[at]]).toEqual([week, unitId, then.get(unitId) ?? { wanted: 0, done: 0 }]);
          compared += Number(then.has(unitId));
        }
        for (const unitId of then.keys()) expect(found.has(unitId)).toBe(true);
      }
      expect(compared).toBe(WEEKS.length * PLACES.length);
    },
  );

  it('knows who comes, goes, is away and lets it lapse', async () => {
    const shares = [...(await read([LAPSING])).values()];
    const steps = shares.flatMap((weeks) => weeks.slice(1).map((now, at) => ({ now, before: weeks[at]! })));
    expect(steps.some(({ now, before }) => now.wanted < before.wanted)).toBe(true);
    expect(steps.some(({ now, before }) => now.wanted > before.wanted)).toBe(true);
    expect(steps.some(({ now, before }) => now.wanted >= before.wanted && now.done < before.done)).toBe(true);
  });
});
