import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { Can, can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { RowId } from '../../platform/web/row-id.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { dashboardPath } from '../paths.js';
import { startPath, viewsPath } from './paths.js';
import { RenameViewForm, SaveViewForm } from './saved-views.forms.js';
import { lostViewPage, newViewPage, type ViewsAsked, viewsPage } from './saved-views.presenter.js';
import { SavedViewsQueries } from './saved-views.queries.js';
import { SavedViews } from './saved-views.service.js';
import { isUnitsList, readViewAddress, type ViewAddress } from './view-address.js';
import { keyOf, ViewPlaces } from './view-places.service.js';

@Controller()
export class SavedViewsController {
  constructor(
    private readonly views: SavedViews,
    private readonly queries: SavedViewsQueries,
    private readonly places: ViewPlaces,
  ) {}

  @Get(viewsPath)
  @Can(dashboardPermissions.readUnits)
  async list(@By() actor: Actor, @Query('deleted') deleted: unknown): Promise<Reply> {
    const id = typeof deleted === 'string' && /^[1-9]\d{0,8}$/.test(deleted) ? Number(deleted) : null;
    return this.all(actor, { deleted: id === null ? null : await this.queries.deleted(actor, id) });
  }

  @Get(`${viewsPath}/new`)
  @Can(dashboardPermissions.readUnits)
  async form(@By() actor: Actor, @Query('address') address: unknown): Promise<Reply> {
    const view = readViewAddress(address);
    if (!view) throw new NotFound();
    const place = await this.placeOf(actor, view);
    return page('dashboards/view-form', newViewPage(view, place, { ...blank(), name: place ?? t('The whole network') }));
  }

  @Post(viewsPath)
  @Can(dashboardPermissions.readUnits)
  async save(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    const form = readForm(SaveViewForm, body);
    const view = readViewAddress(form.value.address);
    if (!view) throw new NotFound();
    const place = await this.placeOf(actor, view);
    return form.submit(
      async ({ token, name }) => {
        await this.views.save(actor, { ...view, token, name });
        return seeOther(viewsPath, { flash: t('Saved. “{name}” stands in your list.', { name }) });
      },
      (problems, { name }) =>
        page('dashboards/view-form', newViewPage(view, place, { ...blank(), name, problems }), { status: 422 }),
    );
  }

  @Get(startPath)
  @Can(dashboardPermissions.readUnits)
  async begin(@By() actor: Actor): Promise<Reply> {
    const start = await this.queries.start(actor);
    const address = start && (await this.views.addressFor(actor, start));
    return seeOther(address ?? dashboardPath);
  }

  @Get(`${viewsPath}/:id`)
  @Can(dashboardPermissions.readUnits)
  async open(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    const view = await this.queries.one(actor, id);
    if (!view) throw new NotFound();
    const address = await this.views.addressFor(actor, view);
    return address === null ? page('dashboards/view-lost', lostViewPage(view)) : seeOther(address);
  }

  @Post(`${viewsPath}/:id/name`)
  @Can(dashboardPermissions.readUnits)
  async rename(@By() actor: Actor, @RowId() id: number, @Body() body: unknown): Promise<Reply> {
    return readForm(RenameViewForm, body).submit(
      async ({ name }) => {
        await this.views.rename(actor, id, name);
        return seeOther(viewsPath, { flash: t('Renamed to “{name}”.', { name }) });
      },
      (problems, { name }) => this.renaming(actor, { id, name, problems }),
    );
  }

  @Post(`${viewsPath}/:id/deletion`)
  @Can(dashboardPermissions.readUnits)
  async delete(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    await this.views.delete(actor, id);
    return seeOther(`${viewsPath}?deleted=${id}`);
  }

  @Post(`${viewsPath}/:id/restoration`)
  @Can(dashboardPermissions.readUnits)
  async restore(@By() actor: Actor, @RowId() id: number): Promise<Reply> {
    try {
      await this.views.restore(actor, id);
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      return this.renaming(actor, { id, name: '', problems: [{ field: null, sentence: error.sentence }] });
    }
    return seeOther(viewsPath, { flash: t('The view is back.') });
  }

  @Post(`${viewsPath}/:id/start`)
  @Can(dashboardPermissions.readUnits)
  async start(@By() actor: Actor, @RowId() id: number, @Body('starts') starts: unknown): Promise<Reply> {
    await this.views.start(actor, id, starts !== 'no');
    const flash = starts === 'no' ? t('The dashboard opens with your own place again.') : t('The dashboard opens with this view from now on.');
    return seeOther(viewsPath, { flash });
  }

  @Post(`${viewsPath}/:id/publication`)
  @Can(dashboardPermissions.publishViews)
  async publish(@By() actor: Actor, @RowId() id: number, @Body('published') published: unknown): Promise<Reply> {
    await this.views.publish(actor, id, published !== 'no');
    return seeOther(viewsPath, { flash: published === 'no' ? t('It is yours alone again.') : t('Published.') });
  }

  private async renaming(actor: Actor, renaming: { id: number; name: string; problems: readonly Problem[] }) {
    const view = await this.queries.one(actor, renaming.id);
    if (!view?.own && !(await this.queries.deleted(actor, renaming.id))) throw new NotFound();
    return this.all(actor, { renaming }, 422);
  }

  private async all(actor: Actor, more: Partial<ViewsAsked>, status = 200): Promise<Reply> {
    const views = await this.queries.of(actor);
    const names = await this.places.names(actor, views);
    const asked = { names, network: actor.reach.network, deleted: null, renaming: null, ...more };
    const mayPublish = can(actor, dashboardPermissions.publishViews);
    return page('dashboards/views', viewsPage(views, { ...asked, mayPublish }), { bench: true, status });
  }

  /** Null for the whole network. @throws NotFound for a place out of reach, as for one that nobody has */
  private async placeOf(actor: Actor, view: ViewAddress): Promise<string | null> {
    if (isUnitsList(view) && can(actor, dashboardPermissions.readAreas)) return t('All units');
    if (view.level === 'network' && actor.reach.network) return null;
    const name = (await this.places.names(actor, [view])).get(keyOf(view));
    if (name === undefined) throw new NotFound();
    return name;
  }
}

const blank = () => ({ token: randomUUID(), address: '', problems: [] });
