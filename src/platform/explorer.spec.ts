import { describe, expect, it } from '@jest/globals';
import { Injectable, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import type { Tx } from './database/tx.js';
import { eventKind } from './events/event.js';
import { After, Listeners, Within } from './events/listeners.js';
import { Explorer } from './explorer.js';
import { Job, type JobContext } from './jobs/job.js';
import { JobRegistry } from './jobs/job-registry.js';

const teaMade = eventKind<{ cups: number }>('tea.made');
const noContext: JobContext = {
  progress: () => Promise.resolve(),
  cancelled: () => Promise.resolve(false),
};
const noTx = {} as Tx;

@Injectable()
class Kitchen {
  readonly heard: string[] = [];

  @Within(teaMade)
  async count(_: Tx, body: object): Promise<void> {
    this.heard.push(`within ${JSON.stringify(body)}`);
  }

  @After(teaMade)
  async pour(body: object): Promise<void> {
    this.heard.push(`after ${JSON.stringify(body)}`);
  }

  @Job('tea.descale', { daily: '04:10' })
  async descale(): Promise<void> {
    this.heard.push('job');
  }

  async notDeclared(): Promise<void> {}
}

@Injectable()
class Scullery {
  @Within(teaMade)
  async wash(): Promise<void> {}

  @Job('tea.rinse')
  async rinse(): Promise<void> {}
}

@Injectable()
class SecondKitchen {
  @Job('tea.descale')
  async descale(): Promise<void> {}
}

async function explored(...rooms: Type[]) {
  const module = class {};
  const providers = [Explorer, Listeners, JobRegistry, ...rooms];
  return NestFactory.createApplicationContext(
    { module, imports: [DiscoveryModule], providers },
    { logger: false, abortOnError: false },
  );
}

describe('what carries a decorator', () => {
  it('is entered: listeners under their event, jobs under their kind, bound to their object', async () => {
    const app = await explored(Kitchen, Scullery);
    const [listeners, jobs] = [app.get(Listeners), app.get(JobRegistry)];
    for (const listen of listeners.within('tea.made')) await listen(noTx, { cups: 2 });
    expect(listeners.within('tea.made')).toHaveLength(2);
    expect(listeners.after('tea.made')).toEqual(['Kitchen.pour']);
    await jobs.handler('Kitchen.pour')({ cups: 2 }, noContext);
    await jobs.handler('tea.descale')({}, noContext);
    expect(app.get(Kitchen).heard).toEqual(['within {"cups":2}', 'after {"cups":2}', 'job']);
  });

  it('fires by itself only when it has a schedule', async () => {
    const app = await explored(Kitchen, Scullery);
    expect(app.get(JobRegistry).schedules).toEqual([{ kind: 'tea.descale', schedule: { daily: '04:10' } }]);
  });

  it('is asked for nothing by events and jobs that it does not name', async () => {
    const app = await explored(Kitchen);
    expect([app.get(Listeners).within('tea.spilt'), app.get(Listeners).after('tea.spilt')]).toEqual([[], []]);
    expect(() => app.get(JobRegistry).handler('tea.rinse')).toThrow('No handler is declared for the job tea.rinse.');
  });

  it('stops the start when two claim the same job', async () => {
    await expect(explored(Kitchen, SecondKitchen)).rejects.toThrow(
      'Two handlers are declared for the job tea.descale.',
    );
  });
});

describe('an event', () => {
  it('is its kind, its body and who caused it', () => {
    expect(teaMade({ cups: 3 }, 7)).toEqual({ kind: 'tea.made', body: { cups: 3 }, actorId: 7 });
    expect(teaMade.kind).toBe('tea.made');
  });
});
