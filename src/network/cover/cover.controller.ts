import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { csvDownload } from '../../platform/web/csv-download.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { coverColumns, presentCoverList } from './cover-list.presenter.js';
import { ChangeForm } from './cover.forms.js';
import { coverPermissions } from './cover.policy.js';
import { type CoverRow, CoverQueries } from './cover.queries.js';
import { CoverService } from './cover.service.js';
import { lineReach } from './gives-as.js';
import { presentCover } from './one-cover.presenter.js';
import { coverCsvPath, coverPath, oneCoverPath } from './paths.js';

/** Who acts for whom: what somebody gave, what they hold, and what runs in the places below theirs. */
@Controller()
export class CoverController {
  constructor(
    private readonly queries: CoverQueries,
    private readonly service: CoverService,
    private readonly clock: Clock,
  ) {}

  @Get(coverPath)
  @Can(coverPermissions.read)
  async list(@By() actor: Actor): Promise<Reply> {
    const today = this.clock.today();
    const { mine, below } = await this.rows(actor);
    const mayGive = can(actor, coverPermissions.give) && actor.posts.some(({ cover }) => cover === null);
    return page('network/cover', presentCoverList({ actor, mine, below, mayGive, today }), { bench: true });
  }

  @Get(coverCsvPath)
  @Can(coverPermissions.read)
  async download(@By() actor: Actor): Promise<Reply> {
    const today = this.clock.today();
    const { mine, below } = await this.rows(actor);
    const once = new Map([...mine, ...below].map((cover) => [cover.id, cover]));
    return csvDownload(`cover-${today}.csv`, coverColumns(today), once.values());
  }

  @Get(`${coverPath}/:id`)
  @Can(coverPermissions.read)
  show(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    return this.page(actor, id, []);
  }

  @Post(`${coverPath}/:id/changes`)
  @Can(coverPermissions.give)
  change(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return readForm(ChangeForm, body).submit(
      async ({ lastOn }) => {
        await this.service.change(actor, id, lastOn);
        return seeOther(oneCoverPath(id), { flash: t('The last day is changed. Both read it in a message.') });
      },
      (problems, { lastOn }) => this.page(actor, id, problems, lastOn),
    );
  }

  @Post(`${coverPath}/:id/endings`)
  @Can(coverPermissions.read)
  async end(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const ended = await this.service.end(actor, id);
    return seeOther(oneCoverPath(id), { flash: ended ? t('Ended.') : t('It had ended already.') });
  }

  private async page(actor: Actor, id: number, problems: Problem[], typed = ''): Promise<Reply> {
    const cover = await this.service.seen(actor, id);
    const steps = await this.queries.steps(id, this.clock.now());
    const model = presentCover({ cover, steps, actor, today: this.clock.today() }, problems, typed);
    return page('network/one-cover', model, { bench: true, status: problems.length > 0 ? 422 : 200 });
  }

  private async rows(actor: Actor): Promise<{ mine: CoverRow[]; below: CoverRow[] }> {
    const today = this.clock.today();
    const line = lineReach(actor);
    const [mine, below] = await Promise.all([
      this.queries.ofPerson(actor.personId, today),
      line === null ? [] : this.queries.inReach(line, today),
    ]);
    return { mine, below };
  }
}
