import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { DraftsService } from './drafts/drafts.service.js';
import type { BarFacts } from './studio-bar.presenter.js';

/** What every page of a draft starts from. */
@Injectable()
export class DraftPages {
  constructor(
    private readonly drafts: DraftsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param id as it stands in the address
   * @throws NotFound
   */
  async facts(actor: Actor, id: string): Promise<BarFacts> {
    const draft = await this.drafts.open(draftId(id), actor);
    return { draft, changes: await this.drafts.history(draft.id), actor, today: this.clock.today() };
  }
}

/** @throws NotFound for what cannot be a draft's number */
export function draftId(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new NotFound(t('This draft isn’t here. The studio lists what is open.'));
}
