import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/actor.js';
import { Database } from '../platform/database/database.js';
import type { Language } from '../platform/language/language.js';
import { LanguageQueries } from './language.queries.js';

@Injectable()
export class LanguageService {
  constructor(
    private readonly db: Database,
    private readonly queries: LanguageQueries,
  ) {}

  /** The language of a person's pages and messages, from the next one on. */
  async choose(actor: Actor, language: Language): Promise<void> {
    if (actor.language === language) return;
    await this.db.write((tx) => this.queries.keep(tx, actor.personId, language));
  }
}
