/**
 * Anything that can happen to answers, at random and from a seed: files and batches of new and corrected ones, imports taken
 * back, units and areas that turn out to have stood elsewhere; and values of other numbers beside them. Beside it runs a model
 * that knows nothing of the database.
 */
import { SentResponses } from '../../src/feedback/api/sent-responses.service.js';
import { SentValues } from '../../src/feedback/custom-metrics/api/sent-values.service.js';
import { MetricsQueries } from '../../src/feedback/custom-metrics/metrics.queries.js';
import { UndoneValues } from '../../src/feedback/custom-metrics/values/undo-values.service.js';
import { ResponseImports } from '../../src/feedback/imports/response-import.service.js';
import type { ServiceAccount } from '../../src/platform/api/service-account.js';
import { EMOTION_VALUES } from '../../src/platform/emotions.js';
import { aFile, importPeople, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { defined, FOOTFALL, RESPONSE } from './custom-metrics/metrics-world.js';
import { type Answer, FIRST_ROWS, type MetricKey, type Step, unitRow, type Value } from './random-steps.js';
import { undo } from './undo-world.js';
import { Versions } from './versions.js';

const HEADING = 'id,unit,at,ease,emotion,friendly,comment';
/** The mapping of the files. */
export const FILE_MAPPING = {
  unit: { column: 'unit', match: 'code' },
  time: { column: 'at', zone: 'Europe/London', format: 'ISO' },
  responseId: 'id',
  ease: { column: 'ease' },
  emotion: { column: 'emotion' },
  drivers: { friendly: { column: 'friendly' } },
  comment: 'comment',
};
const ACCOUNT: ServiceAccount = {
  ...{ id: 1, name: 'Survey tool', scopes: [] },
  reach: { network: true, regionIds: [], areaIds: [], unitIds: [] },
};

export function fileOf(answers: readonly Answer[]): string {
  const lines = answers.map((one) => [one.id, one.unit, one.at, one.ease, one.emotion, one.friendly, one.comment]);
  return [HEADING, ...lines.map((cells) => cells.map((cell) => cell ?? '').join(',')), ''].join('\n');
}

/** Units in areas and regions, and two other numbers. */
export async function aRandomWorld(app: TestApp): Promise<void> {
  await importUnits(app, FIRST_ROWS);
  await importPeople(app, ['nik,Nikhil Rao,,100001,analyst,2020-01-01,']);
  await defined(app, FOOTFALL);
  await defined(app, RESPONSE);
}

/** Plays steps through the services, and keeps in mind what ought to be in force. */
export class RandomHistory {
  /** One operation is an answer that came or was taken back, or a unit that moved; and how many of which kind. */
  operations = 0;
  readonly played: Partial<Record<Step['do'], number>> = {};
  private readonly said = new Versions();
  private readonly values = new Versions();
  private readonly keys = new Map<number, MetricKey>();

  constructor(private readonly app: TestApp) {}

  async play(step: Step): Promise<void> {
    this.played[step.do] = (this.played[step.do] ?? 0) + 1;
    this.operations += await this.carryOut(step);
  }

  /** What ought to be in force: answers by customer, values by place and day. */
  get expected(): string[] {
    return [...this.said.inForce(), ...this.values.inForce()];
  }

  async inForce(): Promise<string[]> {
    const rows = await this.app.db.query<Answer & { at: Date; emotion: number | null }>(
      `select response_key as id, u.code as unit, answered_at as at, ease, emotion, friendly, comment
         from survey_response r join unit u on u.id = r.unit_id`,
    );
    const values = await this.app.db.query<{ key: string; code: string; day: string; value: string; weight: string }>(
      `select m.key, u.code, v.starts_on as day, v.value::text as value, v.weight::text as weight
         from metric_value v join custom_metric m on m.id = v.metric_id join unit u on u.id = v.place_id`,
    );
    return [
      ...rows.map((row) => `${row.id}: ${sayAnswer({ ...row, at: row.at.toISOString() })}`),
      ...values.map(({ key, code, day, value, weight }) => `${key} ${code} ${day}: ${value} ${weight}`),
    ];
  }

  /** @returns how many operations that was */
  private async carryOut(step: Step): Promise<number> {
    switch (step.do) {
      case 'move':
        await importUnits(this.app, [unitRow(step.unit, step.area, step.region, step.from)]);
        return 1;
      case 'undo':
        return this.undo(step.which);
      case 'undoValues':
        return this.undoValues(step.which);
      case 'values':
        return this.send(step.key, step.values);
      default:
        return this.land(step);
    }
  }

  private async land({ do: how, answers }: Extract<Step, { answers: Answer[] }>): Promise<number> {
    const importId = await (how === 'file' ? this.file(answers) : this.batch(answers));
    this.said.came(
      importId,
      answers.map((one) => [one.id, sayAnswer({ ...one, emotion: one.emotion && EMOTION_VALUES[one.emotion] })]),
    );
    return answers.length;
  }

  private async undo(which: number): Promise<number> {
    const importId = this.said.importAt(which);
    if (importId === undefined) return 0;
    const { gone, back, later } = await undo(this.app, importId);
    this.said.went(importId);
    return gone + back + later;
  }

  private async undoValues(which: number): Promise<number> {
    const importId = this.values.importAt(which);
    if (importId === undefined) return 0;
    const metric = await this.app.nest.get(MetricsQueries).one(this.keys.get(importId)!);
    const nikhil = await this.app.db.one<{ id: number }>(`select id from person where reference = 'nik'`);
    await this.app.nest.get(UndoneValues).run({ metricId: metric!.id, importId, actorId: nikhil!.id });
    this.values.went(importId);
    return 1;
  }

  private async send(key: MetricKey, values: readonly Value[]): Promise<number> {
    const batch = { key, values, bodySha256: '', idempotencyKey: null };
    const { import: importId } = await this.app.nest.get(SentValues).take(ACCOUNT, batch);
    this.keys.set(importId, key);
    // Of a place and day that come twice in a batch, the first counts.
    const first = new Map(values.toReversed().map((one) => [`${key} ${one.place} ${startOf(key, one.day)}`, one]));
    this.values.came(
      importId,
      [...first].map(([name, { value, weight }]) => [name, `${value} ${weight}`]),
    );
    return values.length;
  }

  private async file(answers: readonly Answer[]): Promise<number> {
    const path = aFile(fileOf(answers));
    const progress = { waiting: () => undefined, rows: () => undefined };
    const order = { path, source: 'Branch survey', mapping: FILE_MAPPING, dryRun: false };
    await this.app.nest.get(ResponseImports).run(order, progress);
    return (await this.app.db.one<{ id: number }>('select max(id) as id from survey_import'))!.id;
  }

  private async batch(answers: readonly Answer[]): Promise<number> {
    const responses = answers.map(({ id, friendly, ...rest }) => ({ responseId: id, ...rest, drivers: { friendly } }));
    const batch = { source: 'Branch survey', responses, bodySha256: '', idempotencyKey: null };
    return (await this.app.nest.get(SentResponses).take(ACCOUNT, batch)).import;
  }
}

/** Footfall is by week: a value stands at its Monday. */
function startOf(key: MetricKey, day: string): string {
  if (key !== 'footfall') return day;
  const date = new Date(`${day}T00:00:00Z`);
  return new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

type Said = Omit<Answer, 'id' | 'emotion'> & { emotion: number | null };

const sayAnswer = ({ unit, at, ease, emotion, friendly, comment }: Said) =>
  [unit, at, ease, emotion, friendly, comment].join(' ');
