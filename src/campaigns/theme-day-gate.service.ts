import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CourseGate, CourseGates } from '../courses/course-gates.service.js';
import type { CourseWindow } from '../courses/course-window.js';
import type { Actor } from '../platform/actor.js';
import { can } from '../platform/permissions.js';
import { campaignPermissions } from './campaigns.policy.js';
import { CampaignsQueries } from './campaigns.queries.js';
import { earliestOpening } from './opening.js';

/**
 * Keeps the course of a theme day closed until its day. Ordinary courses that a week points at stay open, and nothing
 * closes again: who is late may still learn, it only no longer counts for the week.
 */
@Injectable()
export class ThemeDayGate implements CourseGate, OnModuleInit {
  constructor(
    private readonly gates: CourseGates,
    private readonly campaigns: CampaignsQueries,
  ) {}

  onModuleInit(): void {
    this.gates.register(this);
  }

  async windows(courseIds: number[], actor: Actor): Promise<Map<number, CourseWindow>> {
    const held = await this.campaigns.heldDays(courseIds);
    const early = can(actor, campaignPermissions.preview);
    const gated = [...new Set(held.map((day) => day.courseId))];
    return new Map(
      gated.map((id) => {
        const opensOn = earliestOpening(
          held.filter((day) => day.courseId === id),
          early,
        );
        return [id, { opensOn, closesOn: null }];
      }),
    );
  }
}
