import type { INestApplicationContext } from '@nestjs/common';
import { describe } from '@jest/globals';
import { BullQueue } from '../../src/platform/jobs/bull-queue.js';
import { Relay } from '../../src/platform/jobs/relay.js';
import { LOG, type Log } from '../../src/platform/log.js';
import { describeWithRedis, TestRedis } from './redis.js';

/** A way in which jobs of the table come to be run. */
export interface BackEnd {
  start(): Promise<void>;
  /** Runs in this process what is due, until nothing is or `goOn` says no; says how many jobs that were. */
  drain(process: INestApplicationContext, goOn?: () => boolean): Promise<number>;
  stop(): Promise<void>;
}

/** The same specs for each way: what is promised of jobs is promised of both. */
export function describeBackEnds(specs: (backEnd: BackEnd) => void): void {
  describe('straight from the table', () => specs(TABLE));
  describeWithRedis('handed out by BullMQ', () => specs(new Bull()));
}

const TABLE: BackEnd = {
  start: async () => undefined,
  drain: (process, goOn) => process.get(Relay).drain(goOn),
  stop: async () => undefined,
};

class Bull implements BackEnd {
  private redis: TestRedis | null = null;

  async start(): Promise<void> {
    this.redis = await TestRedis.start();
  }

  async drain(process: INestApplicationContext, goOn = () => true): Promise<number> {
    const relay = process.get(Relay);
    let done = 0;
    let busy = 0;
    const run = async (id: number) => {
      if (!goOn()) return;
      busy += 1;
      done += await process
        .get(Relay)
        .runNext(id)
        .then(Number)
        .finally(() => (busy -= 1));
    };
    const queue = new BullQueue({
      url: this.redis!.url,
      prefix: 'cxu',
      run,
      log: process.get<Log>(LOG),
      addAgainMs: 100,
    });
    while (queue.awayMs > 0) await moment();
    do {
      await queue.add(await relay.due(500, queue.added));
      await moment();
    } while (goOn() && (busy > 0 || (await relay.due(1, [])).length > 0));
    await queue.rest();
    await queue.close();
    return done;
  }

  async stop(): Promise<void> {
    await this.redis?.kill();
  }
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 10));
