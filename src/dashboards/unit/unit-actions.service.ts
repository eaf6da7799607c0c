import { Injectable } from '@nestjs/common';
import type { UnitPlace } from '../../network/network.queries.js';
import { coverFor } from '../../network/cover/cover-for.js';
import { canAt, placeOf } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { Forbidden } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { checkActionDay } from './action-rule.js';
import type { UnitActionForm } from './unit-action.forms.js';
import { UnitActionsQueries } from './unit-actions.queries.js';

/** Records what else was changed at a unit, so that training is not credited with its effect. */
@Injectable()
export class UnitActions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: UnitActionsQueries,
  ) {}

  /** Whether the actor leads the unit, and so may record what was changed there. */
  leads(actor: Actor, unit: UnitPlace): boolean {
    return canAt(actor, dashboardPermissions.recordActions, placeOf(unit));
  }

  /** @throws Forbidden for somebody who does not lead the unit; RuleBroken for a day that cannot be. */
  async record(actor: Actor, unit: UnitPlace, form: UnitActionForm): Promise<void> {
    if (!this.leads(actor, unit)) throw new Forbidden(t('Only who leads this unit records what was changed there.'));
    checkActionDay(form.happenedOn, this.clock.today());
    const coverId = coverFor(actor, placeOf(unit), dashboardPermissions.recordActions.roles)?.id ?? null;
    const action = { formToken: form.token, unitId: unit.id, happenedOn: form.happenedOn, words: form.words, coverId };
    await this.db.write(async (tx) => {
      if (!(await this.queries.record(tx, action, actor.personId))) return;
      await tx.audit({
        actorId: actor.personId,
        action: 'unit.changeRecorded',
        subjectKind: 'unit',
        subjectId: unit.id,
        coverId,
      });
    });
  }
}
