import { Injectable } from '@nestjs/common';
import { NetworkQueries } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import type { ViewPlace } from './view-address.js';

/** What the places of some views are called, for those that are there and within the actor's reach. */
@Injectable()
export class ViewPlaces {
  constructor(private readonly network: NetworkQueries) {}

  /** By `keyOf`; a place that has closed or is out of reach is absent. */
  async names(actor: Actor, places: readonly ViewPlace[]): Promise<Map<string, string>> {
    const codes = (level: ViewPlace['level']) =>
      places.flatMap((place) => (place.level === level && place.code !== null ? [place.code] : []));
    const [units, areas, regions] = await Promise.all([
      codes('unit').length > 0 ? this.network.unitsByCodes(actor, codes('unit')) : [],
      codes('area').length > 0 ? this.network.areasInReach(actor) : [],
      codes('region').length > 0 ? this.network.regionsInReach(actor) : [],
    ]);
    return new Map([
      ...units.map(({ code, name }) => [keyOf({ level: 'unit', code }), name] as const),
      ...areas.map(({ code, name }) => [keyOf({ level: 'area', code }), name] as const),
      ...regions.map(({ code, name }) => [keyOf({ level: 'region', code }), name] as const),
    ]);
  }
}

export const keyOf = ({ level, code }: ViewPlace): string => `${level} ${code ?? ''}`;
