import { Injectable } from '@nestjs/common';
import { FeedbackQueries, type Scope } from '../../feedback/feedback.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { lastClosedWeek } from '../../platform/dates.js';
import { AssignedCompletionQueries } from '../assigned-completion.queries.js';
import { type PlacesFacts, weighPlaces } from './places-facts.js';

export interface NamedPlace {
  id: number;
  code: string;
  name: string;
}

/** Gathers the figures of several areas or regions side by side. */
@Injectable()
export class PlacesFactsService {
  constructor(
    private readonly feedback: FeedbackQueries,
    private readonly assigned: AssignedCompletionQueries,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, level: 'area' | 'region', scope: Scope, places: readonly NamedPlace[]): Promise<PlacesFacts> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    const [windows, assigned] = await Promise.all([
      this.feedback.windows(actor, scope, level, today),
      this.assigned.by(level, actor, null, now),
    ]);
    return weighPlaces(places, windows, assigned, lastClosedWeek(today));
  }
}
