import { COUNT_COLUMNS } from '../../src/feedback/metrics/counts.js';
import type { TestApp } from '../support/app.js';

interface WeekOfAnswers {
  /** Branch code. */
  unit: string;
  /** Its Monday. */
  week: string;
  n: number;
  /** Answers of 4 or 5; most of `n` unless said. */
  top?: number;
}

/** Rollups as an import leaves them, with all answers on Monday: `n` answers to ease and to every driver, all neutral in feeling. */
export async function answers(app: TestApp, weeks: readonly WeekOfAnswers[]): Promise<void> {
  const columns = (name: string) => `${name}_n, ${name}_top, ${name}_sum`;
  const names = ['ease', 'friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations'];
  await app.db.query(
    `insert into unit_week (unit_id, week, responses, comments, ${names.map(columns).join(', ')},
                            delighted, satisfied, neutral, disappointed, irritated)
     select u.id, a.week, a.n, 0, ${names.map(() => 'a.n, a.top, a.top * 5 + (a.n - a.top)').join(', ')}, 0, 0, a.n, 0, 0
       from jsonb_to_recordset($1) as a (unit text, week date, n int, top int) join unit u on u.code = a.unit`,
    [JSON.stringify(weeks.map((week) => ({ top: Math.round(week.n * 0.8), ...week })))],
  );
  await app.db.query(
    `truncate area_day;
     insert into area_day (area_id, day, ${COUNT_COLUMNS.join(', ')})
     select p.area_id, w.week, ${COUNT_COLUMNS.map((column) => `sum(w.${column})`).join(', ')}
       from unit_week w join unit_place p on p.unit_id = w.unit_id and p.valid @> w.week group by 1, 2`,
  );
}
