import { Injectable } from '@nestjs/common';
import { CoverOf } from '../../network/cover/cover-of.service.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { addDays } from '../../platform/dates.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { AudienceQueries } from './audience.queries.js';
import { audienceOfChoice, type CheckedChoice } from './checked-choice.js';
import { ClashingDays } from './clashing-days.service.js';
import type { PreviewFacts } from './preview.presenter.js';

/** Looks at what a choice would come to, before anything is made. */
@Injectable()
export class PreviewFactsService {
  constructor(
    private readonly audience: AudienceQueries,
    private readonly clashing: ClashingDays,
    private readonly cover: CoverOf,
    private readonly clock: Clock,
  ) {}

  async factsFor(actor: Actor, choice: CheckedChoice, formToken: string): Promise<PreviewFacts> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const audience = audienceOfChoice(choice);
    const [units, onLeave, load, clashes, cover] = await Promise.all([
      this.audience.byUnit(audience, choice.course.courseId, now),
      this.audience.namesOnLeave(audience, now),
      this.audience.load(audience, choice.course, choice.dueOn, now),
      this.clashing.between(actor, addDays(today, 1), choice.dueOn),
      this.cover.in(actor, assignmentPermissions.assign, audience),
    ]);
    return { choice, units, onLeave, load, clashes, cover, formToken, now };
  }
}
