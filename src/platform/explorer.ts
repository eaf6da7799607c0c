import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tx } from './database/tx.js';
import { AFTER, Listeners, WITHIN } from './events/listeners.js';
import { JOB, type JobContext, type JobDeclaration } from './jobs/job.js';
import { JobRegistry } from './jobs/job-registry.js';

type Method = (...args: unknown[]) => Promise<void>;

/** Finds the methods that carry `@Within`, `@After` or `@Job` and enters them into the registries. */
@Injectable()
export class Explorer implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly listeners: Listeners,
    private readonly jobs: JobRegistry,
  ) {}

  onModuleInit(): void {
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, Method> | null;
      if (prototype === null || prototype === Object.prototype) continue;
      for (const name of this.scanner.getAllMethodNames(prototype))
        this.enter(instance as object, name, prototype[name]);
    }
  }

  private enter(instance: object, name: string, method: Method | undefined): void {
    if (typeof method !== 'function') return;
    const bound = method.bind(instance);
    const within = this.reflector.get<string | undefined>(WITHIN, method);
    const after = this.reflector.get<string | undefined>(AFTER, method);
    const job = this.reflector.get<JobDeclaration | undefined>(JOB, method);
    if (within) this.listeners.addWithin(within, (tx: Tx, body: object) => bound(tx, body));
    if (after) this.enterAfter(after, `${instance.constructor.name}.${name}`, bound);
    if (job) this.jobs.add(job.kind, (body: object, context: JobContext) => bound(body, context), job.options);
  }

  private enterAfter(eventKind: string, jobKind: string, bound: Method): void {
    this.listeners.addAfter(eventKind, jobKind);
    this.jobs.add(jobKind, (body: object, context: JobContext) => bound(body, context));
  }
}
