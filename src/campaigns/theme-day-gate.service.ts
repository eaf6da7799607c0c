import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CourseGate, CourseGates } from '../courses/course-gates.service.js';
import type { CourseWindow } from '../courses/course-window.js';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
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

  async windows(courseIds: number[], actor: Actor, today: IsoDate): Promise<Map<number, CourseWindow>> {
    const [held, early] = await Promise.all([this.campaigns.heldDays(courseIds), this.campaigns.early(actor, today)]);
    const gated = [...new Set(held.map((day) => day.courseId))];
    return new Map(
      gated.map((id) => {
        const openings = held
          .filter((day) => day.courseId === id)
          .map((day) => earliestOpening([day], early.has(day.campaignId)))
          .sort();
        return [id, { opensOn: openings[0]!, closesOn: null }];
      }),
    );
  }
}
