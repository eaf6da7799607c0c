import { Injectable } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Forbidden, NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { assigningReach, assignmentPermissions } from '../assignments.policy.js';
import { type AssignmentRow, AssignmentsQueries } from '../assignments.queries.js';
import { ChangingQueries } from './changing.queries.js';

/** An assignment as one manager may act on it. */
export interface Reached {
  assignment: AssignmentRow;
  /** The units whose people they may nudge, extend and settle. */
  led: number[];
  /** Whether everything it asks is theirs: only then may they change it for everybody. */
  whole: boolean;
}

/** Who may act on which assignment: on their own people always, on the whole of it when nobody else is asked by it. */
@Injectable()
export class AssignmentReach {
  constructor(
    private readonly assignments: AssignmentsQueries,
    private readonly changing: ChangingQueries,
    private readonly network: NetworkQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for one that asks nobody the actor leads, known or not */
  async of(actor: Actor, id: string): Promise<Reached> {
    if (!/^[1-9]\d{0,8}$/.test(id)) throw new NotFound();
    const now = this.clock.now();
    const led = await this.network.unitIdsLed(actor, assignmentPermissions.assign.roles);
    const assignment = await this.assignments.one(Number(id), led, now);
    if (assignment === null) throw new NotFound();
    return { assignment, led, whole: await this.changing.covers(assigningReach(actor), led, assignment.id, now) };
  }

  /** @throws Forbidden when others than the actor's people are asked */
  async whole(actor: Actor, id: string): Promise<Reached> {
    const reached = await this.of(actor, id);
    if (!reached.whole)
      throw new Forbidden(
        t('This assignment asks people beyond yours. Ask {name} to change it.', { name: reached.assignment.madeBy }),
      );
    return reached;
  }
}
