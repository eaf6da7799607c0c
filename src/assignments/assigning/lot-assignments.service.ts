import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { courseAssigned } from '../assignments.events.js';
import { CarryOut } from '../following/carry-out.service.js';
import { AssigningQueries } from './assigning.queries.js';
import { audienceOf } from './audience.js';
import { AudienceQueries } from './audience.queries.js';
import type { ChosenAudience } from './chosen-audience.js';

/** An assignment whose units a lot has chosen. */
export interface LotAssignment {
  /** The same again makes nothing. */
  formToken: string;
  courseId: number;
  /** Who drew the lot, in whose name it asks. */
  madeBy: number;
  unitIds: number[];
  reason: string;
  dueOn: IsoDate;
}

/** Makes assignments that nobody sends by a form: the lot says when. Reach was asked about when it was drawn. */
@Injectable()
export class LotAssignments {
  constructor(
    private readonly audience: AudienceQueries,
    private readonly assigning: AssigningQueries,
    private readonly carry: CarryOut,
  ) {}

  /**
   * Asks everybody in post in these units, as an assignment made by hand does.
   * @returns the assignment, or null when nobody there is left to be asked
   */
  async ask(tx: Tx, { unitIds, ...made }: LotAssignment): Promise<number | null> {
    const { courseId, formToken, madeBy } = made;
    const audience: ChosenAudience = {
      ...{ unitIds, areaIds: [], regionIds: [], network: false, roles: null, personIds: [] },
    };
    const { willBeAsked } = audienceOf(await this.audience.byUnit(audience, courseId, tx.now));
    if (willBeAsked === 0) return null;
    const id = await this.assigning.insert(tx, { ...made, roles: null, coverId: null });
    if (id === null) return this.assigning.madeWith(tx, formToken, madeBy);
    await this.assigning.addAudience(tx, id, audience);
    const asked = await this.carry.begin(tx, { kind: 'made', assignmentId: id }, willBeAsked);
    await tx.record(courseAssigned({ assignmentId: id, courseId }, madeBy));
    await tx.audit({
      ...{ actorId: madeBy, action: 'assignments.assign', subjectKind: 'assignment', subjectId: id },
      detail: { units: unitIds.length, people: 0, asked: asked ?? willBeAsked, byLot: true },
    });
    return id;
  }
}
