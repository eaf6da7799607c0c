import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors.js';
import { Can, can } from '../../platform/permissions.js';
import { AuditTrail } from '../../platform/privacy/audit-trail.queries.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { NetworkQueries } from '../network.queries.js';
import { peoplePath } from '../paths.js';
import { PersonQueries } from '../person/person.queries.js';
import { readDay } from '../as-of-day.js';
import { peopleColumns } from './people-csv.js';
import { type PeopleFilter, readPeopleFilter, writePeopleFilter } from './people-filter.js';
import { PeopleListQueries } from './people-list.queries.js';
import { PeopleList } from './people-list.service.js';
import { peoplePermissions } from './people.policy.js';
import { peoplePage } from './people.presenter.js';
import type { NamedPlace } from './place-options.js';

type Asked = Record<string, unknown>;

/** Who works where, for everybody who looks after people. */
@Controller()
export class PeopleController {
  constructor(
    private readonly people: PeopleList,
    private readonly queries: PeopleListQueries,
    private readonly persons: PersonQueries,
    private readonly network: NetworkQueries,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  @Get(peoplePath)
  @Can(peoplePermissions.read)
  async list(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const today = this.clock.today();
    const { on, problem } = readDay(query.on, today);
    const filter: PeopleFilter = { ...readPeopleFilter(query), on };
    const [found, places] = await Promise.all([this.people.find(actor, filter), this.places(actor)]);
    const open = await this.persons.seen(
      actor,
      found.people.map(({ reference }) => reference),
    );
    const model = peoplePage({ filter, found, places, open, today, problem }, actor);
    return page('network/people', model, { bench: true, status: problem ? 422 : 200 });
  }

  @Get(`${peoplePath}.csv`)
  @Can(peoplePermissions.read)
  async download(@By() actor: Actor, @Query() query: Asked): Promise<Reply> {
    const today = this.clock.today();
    const { on, problem } = readDay(query.on, today);
    if (problem !== null) throw new RuleBroken(problem);
    const filter: PeopleFilter = { ...readPeopleFilter(query), on, after: null, before: null };
    const asked = await this.people.asked(actor, filter);
    await this.audit.looked({
      actorId: actor.personId,
      action: 'network.exportPeople',
      subjectKind: 'people',
      subjectId: on ?? today,
      detail: {
        filter: Object.fromEntries(writePeopleFilter({ ...filter, find: '' })),
        people: await this.queries.count(asked),
      },
    });
    return csvDownload(
      `people-${on ?? today}.csv`,
      peopleColumns(can(actor, peoplePermissions.change)),
      this.queries.stream(asked),
    );
  }

  /** What can be chosen: the units of those who look after few, the areas and regions of the others. */
  private async places(actor: Actor): Promise<NamedPlace[]> {
    const { network, regionIds } = actor.reach;
    const [regions, areas, units] = await Promise.all([
      this.network.regionsInReach(actor),
      this.network.areasInReach(actor),
      network || regionIds.length > 0 ? [] : this.network.unitsInReach(actor),
    ]);
    return [
      ...regions.map(({ code, name }): NamedPlace => ({ kind: 'region', code, name })),
      ...areas.map(({ code, name }): NamedPlace => ({ kind: 'area', code, name })),
      ...units.map(({ code, name }): NamedPlace => ({ kind: 'unit', code, name })),
    ];
  }
}
