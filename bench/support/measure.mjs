import { cpuMilliseconds } from './cpu.mjs';

const ROUNDS = 5;

/**
 * Processor time of one piece of work done `times` times by one user, in milliseconds each: all server processes together
 * and the database's share of it; the middle of five rounds, so that one disturbance does not count.
 * @param sides {web, database}: process ids, their descendants included
 */
export async function cpuEach(sides, times, work) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuOfSides(sides);
    for (let at = 0; at < times; at += 1) await work(round * times + at);
    const after = cpuOfSides(sides);
    rounds.push({ all: (after.all - before.all) / times, database: (after.database - before.database) / times });
  }
  return { all: middleOf(rounds.map((one) => one.all)), database: middleOf(rounds.map((one) => one.database)) };
}

/** So far, in milliseconds. */
export function cpuOfSides({ web, database }) {
  const inDatabase = cpuMilliseconds([database]);
  return { all: cpuMilliseconds([web]) + inDatabase, database: inDatabase };
}

/**
 * What several users at once are given, each asking again as soon as it was answered.
 * @returns requests a second; the median and the 95th percentile of the time to the last byte and the processor time of
 *   one, in milliseconds
 */
export async function load(sides, workers, seconds) {
  const before = cpuOfSides(sides).all;
  const until = performance.now() + seconds * 1000;
  const times = [];
  await Promise.all(
    workers.map(async (work) => {
      while (performance.now() < until) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const cpu = (cpuOfSides(sides).all - before) / times.length;
  return { perSecond: times.length / seconds, median: quantile(times, 0.5), p95: quantile(times, 0.95), cpu };
}

export async function repeat(times, work) {
  for (let at = 0; at < times; at += 1) await work(at);
}

export const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

export function middleOf(values) {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
