import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Config } from '../config.js';
import { Database } from '../database/database.js';
import { type InstallationFigures, MetricsQueries } from './metrics.queries.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Figures about this process and its installation in Prometheus' text format. Labels are routes, methods, statuses and
 * states: few, and never about a person.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'cxu_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(
    config: Config,
    private readonly db: Database,
    private readonly queries: MetricsQueries,
  ) {
    // Watching the event loop and the garbage collector costs a little: only for somebody who reads it.
    if (config.metricsToken !== null) collectDefaultMetrics({ register: this.registry });
    this.watchPool();
  }

  observe(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** @returns the content type and the text; without the installation's figures while the database is away */
  async read(): Promise<{ contentType: string; text: string }> {
    const shared = await this.queries.installation().then(sharedFigures, () => null);
    const registry = shared === null ? this.registry : Registry.merge([this.registry, shared]);
    return { contentType: registry.contentType, text: await registry.metrics() };
  }

  private watchPool(): void {
    const { db } = this;
    new Gauge({
      name: 'cxu_database_connections',
      help: 'Connections of this process to the database, and requests that wait for one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'busy' }, db.pool.totalCount - db.pool.idleCount);
        this.set({ state: 'idle' }, db.pool.idleCount);
        this.set({ state: 'awaited' }, db.pool.waitingCount);
      },
    });
  }
}

function sharedFigures(figures: InstallationFigures): Registry {
  const registers = [new Registry()];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const jobs = new Gauge({ name: 'cxu_jobs', help: 'Jobs that are not over.', labelNames: ['state'], registers });
  for (const state of ['waiting', 'running', 'failed'] as const) jobs.set({ state }, figures[state]);
  gauge('cxu_jobs_oldest_waiting_seconds', 'How long the oldest job that is due has waited.').set(
    figures.oldestSeconds,
  );
  gauge('cxu_workers', 'Worker processes that showed life within a minute.').set(figures.workers);
  gauge('cxu_sessions', 'Sessions that have not ended.').set(figures.sessions);
  return registers[0]!;
}
