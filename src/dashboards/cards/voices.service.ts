import { Injectable } from '@nestjs/common';
import { CommentsQueries } from '../../feedback/comments/comments.queries.js';
import { driverToWorkOn } from '../../feedback/metrics/standing.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import type { Row } from '../table/rows.js';
import type { Spotlight } from './spotlight.js';
import { StandoutsQueries } from './standouts.queries.js';
import type { Standout, Voice } from './voices.js';

const EACH = 40;

/** Reads what customers said where the cards point: the newest comments of a few units, never of all. */
@Injectable()
export class Voices {
  constructor(
    private readonly comments: CommentsQueries,
    private readonly standouts: StandoutsQueries,
    private readonly clock: Clock,
  ) {}

  /** Newest first within a unit, the units in the order given. */
  async ofUnits(actor: Actor, units: readonly { id: number; code: string; name: string }[]): Promise<Voice[]> {
    if (units.length === 0) return [];
    const ids = units.map(({ id }) => id);
    const said = await this.comments.latest(actor, ids, EACH, this.clock.now());
    return units.flatMap(({ id, code, name }) =>
      said.filter(({ unitId }) => unitId === id).map((one) => ({ ...one, unitCode: code, unitName: name })),
    );
  }

  /** Of the units that stand for the areas or regions in the spotlight. */
  async ofPlaces(actor: Actor, level: 'area' | 'region', { troubled, praised }: Spotlight) {
    const first = troubled[0]?.row ?? null;
    const ask = (row: Row, mood: Standout['mood']) => ({
      placeId: row.place.id,
      mood,
      driver: driverToWorkOn(row.standing),
    });
    const asked = [...(first ? [ask(first, 'unhappy')] : []), ...(praised ? [ask(praised, 'happy')] : [])];
    const standouts = await this.standouts.of(actor, level, asked, this.clock.today());
    const units = standouts.map(({ unitId, code, name }) => ({ id: unitId, code, name }));
    const once = units.filter(({ id }, at) => units.findIndex((other) => other.id === id) === at);
    return { standouts, voices: await this.ofUnits(actor, once) };
  }
}
