import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { IsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { DeclaredRoutes } from '../../platform/web/declared-routes.js';
import { readDay } from '../as-of-day.js';
import type { AccessForm } from './access.forms.js';
import { AccessQueries, type PersonAsked } from './access.queries.js';
import { explain, type Explained, type Target } from './explain.js';
import { type PageAsked, pageAsked } from './page-asked.js';

export interface AccessAnswer {
  person: PersonAsked;
  /** Null for a page that shows no place. */
  target: Target | null;
  /** What was typed. */
  asked: string;
  page: PageAsked | null;
  day: IsoDate;
  explained: Explained;
}

/** Answers "why can I (not) see this?" from the same facts that the door goes by, as they stood on a day. */
@Injectable()
export class AccessService {
  constructor(
    private readonly queries: AccessQueries,
    private readonly routes: DeclaredRoutes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken with the field that must be put right */
  async answer(actor: Actor, form: AccessForm): Promise<AccessAnswer> {
    const today = this.clock.today();
    const { on, problem } = readDay(form.on, today);
    if (problem !== null) throw new RuleBroken(problem, 'on');
    const day = on ?? today;
    const person = form.person === '' ? null : await this.queries.person(form.person);
    if (person === null) throw new RuleBroken(t('We can’t find anybody with this reference.'), 'person');
    const { page, target } = await this.asked(form.what);
    await this.audit.looked({
      actorId: actor.personId,
      action: 'network.explainAccess',
      subjectKind: 'person',
      subjectId: person.id,
      detail: { what: form.what, day },
    });
    const roles = page?.roles ?? null;
    return { person, target, asked: form.what, page, day, explained: explain(person.held, target, roles, day) };
  }

  private async asked(what: string): Promise<{ page: PageAsked | null; target: Target | null }> {
    if (!what.startsWith('/')) {
      const target = what === '' ? null : await this.queries.place(what, null);
      if (target === null) throw new RuleBroken(t('We can’t find a unit, an area or a region with this code.'), 'what');
      return { page: null, target };
    }
    const page = pageAsked(what, this.routes.all());
    if (page === null) throw new RuleBroken(t('The product has no page at this address.'), 'what');
    if (page.place === null) return { page, target: null };
    const target = await this.queries.place(page.place.code, page.place.kind);
    if (target === null) throw new RuleBroken(t('We can’t find the place of this page.'), 'what');
    return { page, target };
  }
}
