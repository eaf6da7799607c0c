import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Generator } from '../../src/generate/generator.service.js';
import { FULL_SIZE } from '../../src/generate/size.js';
import { HeldStill } from '../processes/held-still.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { everyRow, importPeople, importUnits, undoImport } from './files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, ['R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,']);
  await importPeople(app, ['ros,Ros Aldous,,000001,administrator,2020-01-01,']);
});
afterAll(() => app.stop());

/** Goes on until it waits for another. */
function told() {
  const phases: string[] = [];
  let wait: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => (wait = resolve));
  const progress = (phase: string) => {
    phases.push(phase);
    if (phase === 'waiting') wait();
  };
  return { phases, waits, progress };
}

/** Begins `first`, which stops in the middle at this table, then the others; all go on once they all wait. */
async function behind(
  table: string,
  first: () => Promise<unknown>,
  ...others: ((p: ReturnType<typeof told>) => Promise<unknown>)[]
) {
  const held = await HeldStill.at(app.databaseUrl, table);
  const one = first();
  await held.caught();
  const waiting = others.map((other) => {
    const it = told();
    return { it, ended: other(it) };
  });
  await Promise.all(waiting.map(({ it, ended }) => Promise.race([it.waits, ended])));
  await held.release();
  return Promise.all([one, ...waiting.map(({ ended }) => ended)]);
}

describe('while people are imported', () => {
  it('another import of people, one of units, a look at a file and an undo wait, and see what it did', async () => {
    const before = await everyRow(app);
    const ended = await behind(
      'posting',
      () => importPeople(app, ['sam,Sam Kaur,,000001,staff,2026-01-01,']),
      (it) => importPeople(app, ['sam,Sam Kaur,,000001,staff,2026-01-01,'], { progress: it.progress, dryRun: true }),
      (it) => importUnits(app, ['R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,'], it),
    );
    expect(ended.slice(1)).toMatchObject([
      { unchanged: 1, new: 0 },
      { unchanged: 1, new: 0 },
    ]);
    await behind(
      'posting',
      () => importPeople(app, ['kim,Kim Poe,,000001,staff,2026-01-01,']),
      (it) => undoImport(app, 'people', { progress: it.progress }),
    );
    expect(await app.db.one(`select 1 from person where reference = 'kim'`)).toBeNull();
    expect(await app.db.one(`select name from person where reference = 'sam'`)).toEqual({ name: 'Sam Kaur' });
    expect(Object.keys(before)).toEqual(Object.keys(await everyRow(app)));
  });

  it('an organisation is not generated: whoever asks is told that this database holds another', async () => {
    const generate = () => {
      const size = { ...FULL_SIZE, units: 300, people: 500 };
      return app.nest.get(Generator).run(size, 'network', { counting: () => () => undefined, say: () => undefined });
    };
    const [, refused] = await behind(
      'posting',
      () => importPeople(app, ['lee,Lee Fox,,000001,staff,2026-01-01,']),
      () => generate().catch((error: unknown) => error),
    );
    expect(refused).toMatchObject({ sentence: expect.any(String) });
  });
});

describe('while an import is undone', () => {
  it('another undo and an import wait: one undo is enough, and the import finds what was there before', async () => {
    await importPeople(app, ['moe,Moe Day,,000001,staff,2026-01-01,']);
    const [first, second, again] = await behind(
      'person',
      () => undoImport(app, 'people'),
      (it) => undoImport(app, 'people', { progress: it.progress }),
      (it) => importPeople(app, ['moe,Moe Day,,000001,staff,2026-01-01,'], it),
    );
    expect(first).toMatchObject({ undoneBefore: null });
    expect(again).toMatchObject({ new: 1, unchanged: 0 });
    expect(second).toMatchObject({ kind: 'people' });
  });
});

it('imports and undos of both kinds that begin at one moment all end', async () => {
  const all = Array.from({ length: 4 }, (_, at) => [
    importPeople(app, [`x${at},X Y${at},,000001,staff,2026-01-01,`]),
    importUnits(app, [`R1,North,A1,Moors,10000${at},Unit ${at},branch,england,2020-01-01,`]),
    undoImport(app, 'people').catch((error: unknown) => error),
    undoImport(app, 'network').catch((error: unknown) => error),
  ]).flat();
  const ended = await Promise.all(all as Promise<unknown>[]);
  for (const one of ended) if (one instanceof Error) expect(one).toHaveProperty('sentence');
});
