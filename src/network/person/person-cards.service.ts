import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { Tx } from '../../platform/database/tx.js';

/** Whose page it is. */
export interface PersonNamed {
  id: number;
  reference: string;
}

/** What a module shows of a person to those who look after them. */
export interface PersonCard {
  heading: string;
  rows: { text: string; href: string | null; note: string | null; tone: string | null }[];
  /** Said when there is no row. */
  none: string;
}

export interface PersonCardSource {
  /** Ascending. */
  order: number;
  /** Null for actors to whom the module shows nothing about anybody. */
  card(actor: Actor, person: PersonNamed): Promise<PersonCard | null>;
}

/** What would follow from a change, said in sentences before it is made. */
export interface ChangeEffect {
  /** `tx` sees the change as if it were made; it is rolled back afterwards. */
  of(tx: Tx, person: PersonNamed): Promise<string[]>;
}

/** What other modules add to a person's page; each registers its own, so that network knows none of them. */
@Injectable()
export class PersonCards {
  private sources: PersonCardSource[] = [];
  private effects: ChangeEffect[] = [];

  register(source: PersonCardSource): void {
    this.sources = [...this.sources, source].sort((a, b) => a.order - b.order);
  }

  registerEffect(effect: ChangeEffect): void {
    this.effects = [...this.effects, effect];
  }

  async of(actor: Actor, person: PersonNamed): Promise<PersonCard[]> {
    const cards = await Promise.all(this.sources.map((source) => source.card(actor, person)));
    return cards.filter((card) => card !== null);
  }

  async effectsOf(tx: Tx, person: PersonNamed): Promise<string[]> {
    const found: string[] = [];
    for (const effect of this.effects) found.push(...(await effect.of(tx, person)));
    return found;
  }
}
