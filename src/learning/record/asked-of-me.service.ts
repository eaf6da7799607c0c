import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';

/** A course that somebody asked for, as the record prints it. */
export interface AskedItem {
  path: string;
  title: string;
  lang: 'cy' | null;
  tag: string;
  tone: 'today' | 'good' | 'bad' | null;
  /** Who asked or decided, and why: a sentence each. */
  whys: string[];
  /** What can be done about it besides taking the course. */
  act: { text: string; path: string } | null;
}

/** Somebody who knows what was asked of a person: assignments. */
export interface AskedSource {
  itemsFor(actor: Actor): Promise<AskedItem[]>;
}

/** Gathers for the record what others asked, from the modules that know. */
@Injectable()
export class AskedOfMe {
  private readonly sources: AskedSource[] = [];

  register(source: AskedSource): void {
    this.sources.push(source);
  }

  async of(actor: Actor): Promise<AskedItem[]> {
    return (await Promise.all(this.sources.map((source) => source.itemsFor(actor)))).flat();
  }
}
