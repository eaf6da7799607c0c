import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { can } from '../../platform/permissions.js';
import { dashboardPermissions } from '../dashboards.policy.js';
import { checkRoomForView, NAME_TAKEN, type SavedView } from './saved-view.js';
import { SavedViewsQueries, type ViewToSave } from './saved-views.queries.js';
import { addressOfView, isUnitsList } from './view-address.js';
import { keyOf, ViewPlaces } from './view-places.service.js';

/** Saving, naming, deleting and publishing views. Whoever has one may do all of it to it, except to publish. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly db: Database,
    private readonly queries: SavedViewsQueries,
    private readonly places: ViewPlaces,
  ) {}

  /** @throws RuleBroken for a name that is taken, or when there is no more room. */
  save(actor: Actor, view: ViewToSave): Promise<number> {
    return this.db.write(async (tx) => {
      checkRoomForView(await this.queries.count(tx, actor.personId));
      const id = await this.queries.save(tx, actor.personId, view);
      if (id === null) throw new RuleBroken(t(NAME_TAKEN), 'name');
      return id;
    });
  }

  /** @throws RuleBroken for a name that is taken. */
  async rename(actor: Actor, id: number, name: string): Promise<void> {
    await this.own(actor, id);
    await this.db.write(async (tx) => {
      if (!(await this.queries.rename(tx, id, name))) throw new RuleBroken(t(NAME_TAKEN), 'name');
    });
  }

  async delete(actor: Actor, id: number): Promise<void> {
    if (await this.queries.deleted(actor, id)) return;
    const view = await this.own(actor, id);
    await this.db.write(async (tx) => {
      await this.queries.delete(tx, id);
      if (view.published) await tx.audit(this.entry(actor, id, 'savedView.withdrawn'));
    });
  }

  /** @throws RuleBroken when its name was given to another one meanwhile, or there is no more room. */
  async restore(actor: Actor, id: number): Promise<void> {
    if (!(await this.queries.deleted(actor, id))) return void (await this.own(actor, id));
    await this.db.write(async (tx) => {
      checkRoomForView(await this.queries.count(tx, actor.personId));
      if (!(await this.queries.restore(tx, id)))
        throw new RuleBroken(t('Another of your views has this name now. Rename that one first.'));
    });
  }

  /** The dashboard opens with this view, or with the own place again. */
  async start(actor: Actor, id: number, starts: boolean): Promise<void> {
    const view = await this.queries.one(actor, id);
    if (!view) throw new NotFound();
    await this.db.write((tx) =>
      starts ? this.queries.startWith(tx, actor.personId, id) : this.queries.startPlainly(tx, actor.personId),
    );
  }

  /** For everybody with a place of its level, or for its owner alone again. */
  async publish(actor: Actor, id: number, published: boolean): Promise<void> {
    const view = await this.own(actor, id);
    if (view.published === published) return;
    await this.db.write(async (tx) => {
      await this.queries.publish(tx, id, published);
      await tx.audit(this.entry(actor, id, published ? 'savedView.published' : 'savedView.withdrawn'));
    });
  }

  /** Where a view leads its reader today: a published one to the reader's own place. Null where that place is gone. */
  async addressFor(actor: Actor, view: SavedView): Promise<string | null> {
    if (isUnitsList(view)) return can(actor, dashboardPermissions.readAreas) ? addressOfView(view) : null;
    if (view.level === 'network') return actor.reach.network ? addressOfView(view) : null;
    const code = view.own ? view.code : await this.queries.ownCode(actor, view.level);
    const place = { ...view, code };
    const names = await this.places.names(actor, [place]);
    return names.has(keyOf(place)) ? addressOfView(place) : null;
  }

  private async own(actor: Actor, id: number): Promise<SavedView> {
    const view = await this.queries.one(actor, id);
    if (!view?.own) throw new NotFound();
    return view;
  }

  private entry({ personId }: Actor, id: number, action: string) {
    return { actorId: personId, action, subjectKind: 'savedView', subjectId: id };
  }
}
