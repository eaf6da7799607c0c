import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { addDays } from '../../platform/dates.js';
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
    private readonly clock: Clock,
  ) {}

  async factsFor(choice: CheckedChoice, formToken: string): Promise<PreviewFacts> {
    const [now, today] = [this.clock.now(), this.clock.today()];
    const audience = audienceOfChoice(choice);
    const [units, onLeave, load, clashes] = await Promise.all([
      this.audience.byUnit(audience, choice.course.courseId, now),
      this.audience.namesOnLeave(audience, now),
      this.audience.load(audience, choice.course, choice.dueOn, now),
      this.clashing.between(addDays(today, 1), choice.dueOn),
    ]);
    return { choice, units, onLeave, load, clashes, formToken, now };
  }
}
