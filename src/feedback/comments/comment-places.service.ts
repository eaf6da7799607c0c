import { Injectable } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import { canAt, placeOf } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { can } from '../../platform/permissions.js';
import { feedbackPermissions } from '../feedback.policy.js';
import type { CommentScope } from './comment-search.queries.js';

export type CommentLevel = 'network' | 'region' | 'area' | 'unit';

/** A place whose comments are looked at. */
export interface CommentPlace {
  level: CommentLevel;
  name: string;
  /** Its dashboard. */
  path: string;
  /** For the name of a file. */
  code: string;
  scope: CommentScope;
}

const NETWORK_PATH = '/dashboard';

/** The places whose customers' words somebody may read. What is out of reach is not found, like what nobody has. */
@Injectable()
export class CommentPlaces {
  constructor(private readonly network: NetworkQueries) {}

  find(actor: Actor, level: CommentLevel, code: string): Promise<CommentPlace> {
    switch (level) {
      case 'network':
        return this.whole(actor);
      case 'region':
        return this.region(actor, code);
      case 'area':
        return this.area(actor, code);
      case 'unit':
        return this.unit(actor, code);
    }
  }

  /** The same, or null where the actor may not read them. */
  async ifReached(actor: Actor, level: CommentLevel, code: string): Promise<CommentPlace | null> {
    if (level === 'network' && !can(actor, feedbackPermissions.readAllComments)) return null;
    return this.find(actor, level, code).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
  }

  private whole({ reach }: Actor): Promise<CommentPlace> {
    if (!reach.network) throw new NotFound();
    return Promise.resolve({
      level: 'network',
      name: t('The whole network'),
      path: NETWORK_PATH,
      code: 'network',
      scope: { unitId: null, areaIds: null },
    });
  }

  private async region(actor: Actor, code: string): Promise<CommentPlace> {
    const region = await this.network.regionByCode(actor, code);
    if (!region || !may(actor, { regionId: region.id })) throw new NotFound();
    const areas = await this.network.areasOfRegion(actor, region.id);
    const scope = { unitId: null, areaIds: areas.map(({ id }) => id) };
    return { level: 'region', name: region.name, path: regionPath(code), code, scope };
  }

  private async area(actor: Actor, code: string): Promise<CommentPlace> {
    const area = await this.network.areaByCode(actor, code);
    if (!area || !may(actor, { regionId: area.regionId, areaId: area.id })) throw new NotFound();
    return { level: 'area', name: area.name, path: areaPath(code), code, scope: { unitId: null, areaIds: [area.id] } };
  }

  private async unit(actor: Actor, code: string): Promise<CommentPlace> {
    const unit = await this.network.unitByCode(actor, code);
    if (!unit || !may(actor, placeOf(unit))) throw new NotFound();
    return { level: 'unit', name: unit.name, path: unitPath(code), code, scope: { unitId: unit.id, areaIds: null } };
  }
}

const may = (actor: Actor, place: Parameters<typeof canAt>[2]) =>
  canAt(actor, feedbackPermissions.readResponses, place);
