import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { PersonCards } from '../person-cards.service.js';
import type { Days, Held } from './held.js';
import { type PersonHeld, PersonChangesQueries } from './person-changes.queries.js';

/** Says what would follow from a change: it is made, looked at by whom it concerns, and rolled back. */
@Injectable()
export class ChangePreview {
  constructor(
    private readonly db: Database,
    private readonly queries: PersonChangesQueries,
    private readonly cards: PersonCards,
  ) {}

  ofLeaves(person: PersonHeld, leaves: readonly Days[]): Promise<string[]> {
    return this.asIf(person, (tx) => this.queries.writeLeaves(tx, person.id, leaves));
  }

  ofPostings(person: PersonHeld, postings: readonly Held[]): Promise<string[]> {
    return this.asIf(person, (tx) => this.queries.writePostings(tx, person.id, postings));
  }

  private async asIf(person: PersonHeld, change: (tx: Tx) => Promise<void>): Promise<string[]> {
    const seen = new Seen();
    try {
      await this.db.write(async (tx) => {
        await change(tx);
        seen.sentences = await this.cards.effectsOf(tx, { id: person.id, reference: person.reference });
        throw seen;
      });
    } catch (error) {
      if (error !== seen) throw error;
    }
    return seen.sentences;
  }
}

/** Thrown so that nothing is kept. */
class Seen extends Error {
  sentences: string[] = [];
}
