import { Injectable, type OnModuleInit } from '@nestjs/common';
import { coursePath } from '../../courses/paths.js';
import { type NextCard, type NextSource, WhatNext } from '../../learning/what-next.service.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { sayStatus } from './requirement-status.js';
import { MyRequirementsQueries } from './my-requirements.queries.js';

/** After a course: the next one that somebody asked for. */
@Injectable()
export class NextDue implements NextSource, OnModuleInit {
  constructor(
    private readonly whatNext: WhatNext,
    private readonly requirements: MyRequirementsQueries,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.whatNext.register(this);
  }

  async cardsFor(actor: Actor, courseId: number): Promise<NextCard[]> {
    const assigned = await this.requirements.assignedTo(actor.personId, this.clock.now());
    const next = assigned.find((course) => course.courseId !== courseId);
    if (!next) return [];
    const text = sayStatus({ dueOn: next.dueOn, completedAt: null }, this.clock.today());
    return [{ title: next.title, text, action: { text: 'Start', path: coursePath(next.slug) } }];
  }
}
