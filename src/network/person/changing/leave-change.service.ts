import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { addDays, type IsoDate } from '../../../platform/dates.js';
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import type { Away } from '../person.queries.js';
import { sayDays } from '../say-days.js';
import { backOn, meetsAnother } from './away.js';
import type { LeaveEndForm, LeaveForm } from './changing.forms.js';
import type { Days } from './held.js';
import type { PersonHeld } from './person-changes.queries.js';
import { PersonChanges } from './person-changes.service.js';
import { readDay, readDays } from './post-wanted.js';
import { ChangePreview } from './preview.service.js';

/** Long leave: looked at first, then recorded; given another end, or called off. */
@Injectable()
export class LeaveChanges {
  constructor(
    private readonly changes: PersonChanges,
    private readonly preview: ChangePreview,
    private readonly clock: Clock,
  ) {}

  lookAt(person: PersonHeld, form: LeaveForm): Promise<string[]> {
    return this.preview.ofLeaves(person, this.withLeave(person, this.wanted(form)));
  }

  record(actor: Actor, reference: string, form: LeaveForm): Promise<boolean> {
    const leave = this.wanted(form);
    const make = (held: PersonHeld) => this.withLeave(held, leave);
    return this.changes.change(actor, reference, { kind: 'leaves', formToken: form.formToken, make });
  }

  /** Another last day, none yet, or none of it at all. */
  end(actor: Actor, reference: string, { from }: Away, form: LeaveEndForm): Promise<boolean> {
    const end = form.off === 'never' ? from : this.endOf(from, form.to);
    const make = (held: PersonHeld) => this.checked(backOn(held.leaves, from, end));
    return this.changes.change(actor, reference, { kind: 'leaves', formToken: form.formToken, make });
  }

  private wanted({ from, to }: LeaveForm): Days {
    return readDays({ from, to }, this.clock.today());
  }

  private endOf(from: IsoDate, to: string): IsoDate | null {
    if (to === '') return null;
    const last = readDay(to, this.clock.today(), 'to');
    if (last < from) throw new RuleBroken(t('The last day lies before the first one.'), 'to');
    return addDays(last, 1);
  }

  private withLeave({ leaves }: PersonHeld, leave: Days): Days[] {
    const other = meetsAnother(leaves, leave);
    if (other) throw new RuleBroken(this.sayOther(other), 'from');
    return [...leaves, leave].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  /** A later end may run into the next leave. */
  private checked(leaves: Days[]): Days[] {
    for (const [at, leave] of leaves.entries()) {
      const other = meetsAnother(leaves.slice(at + 1), leave);
      if (other) throw new RuleBroken(this.sayOther(other), 'to');
    }
    return leaves;
  }

  private sayOther({ from, to }: Days): string {
    const days = sayDays(from, to && addDays(to, -1), this.clock.today());
    return t('They are on long leave already: {days}. Change that one.', { days });
  }
}
