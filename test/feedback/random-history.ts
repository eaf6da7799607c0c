/**
 * Anything that can happen to answers, at random and from a seed: files and batches of new and corrected ones, imports taken
 * back, units that turn out to have stood elsewhere. Beside it runs a model that knows nothing of the database.
 */
import { SentResponses } from '../../src/feedback/api/sent-responses.service.js';
import type { ServiceAccount } from '../../src/platform/api/service-account.js';
import { ResponseImports } from '../../src/feedback/imports/response-import.service.js';
import { EMOTION_VALUES, type Emotion } from '../../src/platform/emotions.js';
import { seededRandom } from '../../src/statistics/seeded-random.js';
import { aFile, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { undo } from './undo-world.js';

const UNITS = 12;
const AREAS = 4;
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
const EMOTIONS: readonly Emotion[] = ['delighted', 'satisfied', 'neutral', 'disappointed', 'irritated'];
const ACCOUNT: ServiceAccount = {
  ...{ id: 1, name: 'Survey tool', scopes: [] },
  reach: { network: true, regionIds: [], areaIds: [], unitIds: [] },
};

export interface Answer {
  id: string;
  unit: string;
  at: string;
  ease: number;
  emotion: Emotion | null;
  friendly: number | null;
  comment: string | null;
}

export type Step =
  | { do: 'file' | 'batch'; answers: Answer[] }
  /** Which of the imports that are left, from 0 to 1. */
  | { do: 'undo'; which: number }
  | { do: 'move'; unit: number; area: number; from: string };

export function fileOf(answers: readonly Answer[]): string {
  const lines = answers.map((one) => [one.id, one.unit, one.at, one.ease, one.emotion, one.friendly, one.comment]);
  return [HEADING, ...lines.map((cells) => cells.map((cell) => cell ?? '').join(',')), ''].join('\n');
}

export const unitCode = (n: number) => String(100_001 + n);

const unitRow = (unit: number, area: number, from: string) =>
  `R${area % 2},Region ${area % 2},A${area},Area ${area},${unitCode(unit)},Unit ${unit},branch,england,${from},`;

export const theUnits = (app: TestApp) =>
  importUnits(
    app,
    Array.from({ length: UNITS }, (_, unit) => unitRow(unit, unit % AREAS, '2020-01-01')),
  );

/** Steps without end. @param rows answers in a file; a batch holds up to 200 */
export function* steps(seed: number, rows: number, people: number): Generator<Step> {
  const random = seededRandom(seed);
  const under = (n: number) => Math.floor(random() * n);
  const some = <T>(value: T): T | null => (random() < 0.3 ? null : value);
  // Eight weeks around the end of summer time, by the minute.
  const moment = () => new Date(Date.UTC(2026, 8, 28) + under(8 * 7 * 24 * 60) * 60_000);
  const answer = (id: number): Answer => ({
    ...{ id: `k${id}`, unit: unitCode(under(UNITS)), at: moment().toISOString(), ease: 1 + under(5) },
    ...{ emotion: some(EMOTIONS[under(5)]!), friendly: some(1 + under(5)), comment: some(`Said ${under(3)}`) },
  });
  const answers = (n: number) => [...new Set(Array.from({ length: n }, () => under(people)))].map((id) => answer(id));
  for (;;) {
    const turn = random();
    if (turn < 0.4) yield { do: 'file', answers: answers(1 + under(rows)) };
    else if (turn < 0.6) yield { do: 'batch', answers: answers(1 + under(200)) };
    else if (turn < 0.8) yield { do: 'undo', which: random() };
    else yield { do: 'move', unit: under(UNITS), area: under(AREAS), from: moment().toISOString().slice(0, 10) };
  }
}

interface Version {
  importId: number;
  says: string;
}

/** Plays steps through the services, and keeps in mind what ought to be in force. */
export class RandomHistory {
  /** One operation is an answer that came or was taken back, or a unit that moved. */
  operations = 0;
  private imports: number[] = [];
  private readonly versions = new Map<string, Version[]>();

  constructor(private readonly app: TestApp) {}

  async play(step: Step): Promise<void> {
    if (step.do === 'move') {
      await importUnits(this.app, [unitRow(step.unit, step.area, step.from)]);
      this.operations += 1;
    } else if (step.do === 'undo') {
      await this.undo(Math.floor(step.which * this.imports.length));
    } else {
      this.note(await (step.do === 'file' ? this.file(step.answers) : this.batch(step.answers)), step.answers);
    }
  }

  /** What ought to be in force, by customer. */
  get expected(): string[] {
    return [...this.versions].flatMap(([id, held]) => (held.length > 0 ? [`${id}: ${held.at(-1)!.says}`] : [])).sort();
  }

  async inForce(): Promise<string[]> {
    const rows = await this.app.db.query<Answer & { at: Date; emotion: number | null }>(
      `select response_key as id, u.code as unit, answered_at as at, ease, emotion, friendly, comment
         from survey_response r join unit u on u.id = r.unit_id`,
    );
    return rows.map((row) => `${row.id}: ${sayValues({ ...row, at: row.at.toISOString() })}`).sort();
  }

  private async undo(at: number): Promise<void> {
    const importId = this.imports[at];
    if (importId === undefined) return;
    const { gone, back, later } = await undo(this.app, importId);
    this.operations += gone + back + later;
    this.imports = this.imports.filter((one) => one !== importId);
    for (const [id, held] of this.versions)
      this.versions.set(
        id,
        held.filter((one) => one.importId !== importId),
      );
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

  private note(importId: number, answers: readonly Answer[]): void {
    this.imports.push(importId);
    this.operations += answers.length;
    for (const one of answers) {
      const held = this.versions.get(one.id) ?? [];
      const says = sayValues({ ...one, emotion: one.emotion && EMOTION_VALUES[one.emotion] });
      if (held.at(-1)?.says !== says) this.versions.set(one.id, [...held, { importId, says }]);
    }
  }
}

type Values = Omit<Answer, 'id' | 'emotion'> & { emotion: number | null };

const sayValues = ({ unit, at, ease, emotion, friendly, comment }: Values) =>
  [unit, at, ease, emotion, friendly, comment].join(' ');
