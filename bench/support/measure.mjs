import { cpuMilliseconds } from './cpu.mjs';

const ROUNDS = 5;

/**
 * Processor time of one piece of work done `times` times by one user, in milliseconds each, all server processes
 * together: the middle of five rounds, so that one disturbance does not count.
 */
export async function cpuEach(pids, times, work) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cpuMilliseconds(pids);
    for (let at = 0; at < times; at += 1) await work(round * times + at);
    rounds.push((cpuMilliseconds(pids) - before) / times);
  }
  return middleOf(rounds);
}

/**
 * What several users at once are given, each asking again as soon as it was answered.
 * @returns requests a second; the median and the 95th percentile of the time to the last byte, in milliseconds
 */
export async function load(workers, seconds) {
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
  return { perSecond: times.length / seconds, median: quantile(times, 0.5), p95: quantile(times, 0.95) };
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
