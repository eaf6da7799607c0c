import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';

/** A day on which the same people have something else to do. */
export interface ClashingDay {
  on: IsoDate;
  /** What it is, in the reader's language. */
  title: string;
}

/** Somebody who knows of such days: campaigns. */
export interface ClashSource {
  /** Days of what the actor may know of. */
  between(actor: Actor, from: IsoDate, to: IsoDate): Promise<ClashingDay[]>;
}

/** What can clash with an assignment. Modules further down register what they know. */
@Injectable()
export class ClashingDays {
  private readonly sources: ClashSource[] = [];

  register(source: ClashSource): void {
    this.sources.push(source);
  }

  /** The earliest first. */
  async between(actor: Actor, from: IsoDate, to: IsoDate): Promise<ClashingDay[]> {
    const found = await Promise.all(this.sources.map((source) => source.between(actor, from, to)));
    return found.flat().sort((a, b) => a.on.localeCompare(b.on));
  }
}
