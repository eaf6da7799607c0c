import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import type { Language } from '../platform/language/language.js';

@Injectable()
export class LanguageQueries {
  async keep(tx: Tx, personId: number, language: Language): Promise<void> {
    await tx.query('update person set language = $2 where id = $1', [personId, language]);
  }
}
