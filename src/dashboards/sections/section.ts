/**
 * The page of a place is a list of sections: each a partial and what it prints. Those of every level stand in the same order
 * with the same words. Most are printed from the facts of the page; one that reads for itself is a `ReadSection`, and is
 * added by a line in read-sections.ts.
 */
import type { Scope } from '../../feedback/feedback.queries.js';
import type { Actor } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PeriodChoice } from '../period/choice.js';
import type { Stretches } from '../period/stretches.js';

export interface Section {
  /** The name of a file in views/partials. */
  partial: string;
  /** What it prints. */
  model: object;
}

export type DashboardLevel = 'network' | 'region' | 'area' | 'unit';

/** Which page somebody looks at. */
export interface SectionAsked {
  actor: Actor;
  level: DashboardLevel;
  /** The place as the queries of feedback are asked for it; empty for the whole network. */
  scope: Scope;
  /** Of the place; null for the whole network. */
  code: string | null;
  name: string;
  /** The page itself, without its choices. */
  path: string;
  choice: PeriodChoice;
  stretches: Stretches;
  today: IsoDate;
  /** The day whose tree is shown; null for today's. */
  asOf: IsoDate | null;
}

/** A section that reads what it prints; null leaves it out. */
export interface ReadSection {
  of(asked: SectionAsked): Promise<Section | null>;
}

/** Its class, as the module provides it. */
export type ReadSectionClass = new (...needs: never[]) => ReadSection;
