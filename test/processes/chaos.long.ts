import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { describeWithRedis, TestRedis } from '../support/redis.js';
import { Counting, onceEach } from './counting.js';

const ROUNDS = 20;
const JOBS = 40;
const SEED = 20_261_122;

/** Something goes wrong at a moment nobody chose, twenty times over; each job must have been carried out exactly once. */
describeWithRedis('chaos', () => {
  let redis: TestRedis;
  let counting: Counting;
  const random = randomFrom(SEED);

  beforeAll(async () => {
    redis = await TestRedis.start();
    counting = await Counting.on(redis.url);
    await Promise.all([counting.startWorker(), counting.startWorker()]);
  }, 60_000);

  afterAll(async () => {
    await counting.stop();
    await redis.kill();
  }, 60_000);

  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

  const TROUBLES = {
    'a worker is killed': async () => {
      await counting.kill(oneOf(counting.workers));
      await counting.startWorker();
    },
    'a worker is told to stop': async () => {
      const worker = oneOf(counting.workers);
      counting.workers.splice(counting.workers.indexOf(worker), 1);
      await Promise.all([worker.kill('SIGTERM'), counting.startWorker()]);
    },
    'Redis is killed and comes back empty': async () => {
      await redis.kill();
      await wait(random() * 6_000);
      await redis.startAgain();
    },
    'Redis is killed, and a worker with it': async () => {
      await Promise.all([redis.kill(), counting.kill(oneOf(counting.workers))]);
      await redis.startAgain();
      await counting.startWorker();
    },
  };

  const rounds = Array.from({ length: ROUNDS }, (_, round) => [round + 1, oneOf(Object.keys(TROUBLES))] as const);

  it.each(rounds)(
    'round %d: %s',
    async (round, trouble) => {
      const first = round * 1_000 + 1;
      await counting.enqueue(first, first + JOBS - 1, Math.floor(random() * 120));
      await wait(random() * 3_000);
      await TROUBLES[trouble as keyof typeof TROUBLES]();
      await counting.allDone(90);
      expect(await counting.times()).toEqual(onceEach(first, first + JOBS - 1));
    },
    120_000,
  );
});

/** A small generator (mulberry32): the same seed gives the same troubles in the same order. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
