import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MessageKinds } from '../../notifications/message-kinds.service.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import type { RowsAre } from '../level.js';
import { placePathOf } from './paths.js';
import type { TellForm } from './telling.forms.js';
import { type Leader, LeadersQueries } from './telling.queries.js';
import { LEADERS, sayTold, TOLD } from './told-place.js';

export interface ToldPlace {
  are: RowsAre;
  id: number;
  code: string;
  name: string;
}

const LEVEL = { units: 'unit', areas: 'area', regions: 'region' } as const;

/** Sends a few words to whoever leads a place, through notifications: in the app, and by e-mail as its reader chose. */
@Injectable()
export class Telling implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly kinds: MessageKinds,
    private readonly notifications: NotificationsService,
    private readonly leaders: LeadersQueries,
  ) {}

  onModuleInit(): void {
    this.kinds.register(TOLD, sayTold, { name: msg('A message about a place') });
  }

  /** Those who lead it today, the writer left out. */
  async readers({ personId }: Actor, { are, id }: ToldPlace): Promise<Leader[]> {
    const all = await this.leaders.of(LEVEL[are], id, LEADERS[are], this.clock.today());
    return all.filter((one) => one.id !== personId);
  }

  /** Once per form token. @throws RuleBroken where nobody leads the place */
  async tell(actor: Actor, place: ToldPlace, { token, words }: TellForm): Promise<Leader[]> {
    const readers = await this.readers(actor, place);
    if (readers.length === 0) throw new RuleBroken(t('Nobody leads {place} today.', { place: place.name }), null);
    const subject = { kind: LEVEL[place.are], id: place.id };
    const facts = { from: actor.name, place: place.name, path: placePathOf(place.are, place.code), words };
    await this.db.write(async (tx) => {
      const planned = await this.notifications.plan(
        tx,
        readers.map(({ id }) => ({
          ...{ personId: id, kind: TOLD, key: `${TOLD}:${token}:${id}`, notBefore: tx.now },
          ...{ subject, facts, madeBy: actor.personId, urgent: true },
        })),
      );
      if (planned === 0) return;
      await tx.audit({
        actorId: actor.personId,
        action: 'place.told',
        subjectKind: subject.kind,
        subjectId: subject.id,
      });
    });
    return readers;
  }
}
