/**
 * Why somebody can, or cannot, see a place or open a page on a day. Worked example: Dawn is area manager of A07 since
 * 1 April 2021 and Ashbridge stands in A07 since that day, so she sees it; after Ashbridge moved to A08 on 1 April 2026 she
 * does not, and the answer names the move.
 */
import { CX_TEAM, type Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import type { PlaceKind } from '../roles.js';

interface Days {
  from: IsoDate;
  /** The last day; null while it is open. */
  to: IsoDate | null;
}

/** Something that gives a role over a place, at any time. */
export interface Held extends Days {
  via: 'posting' | 'grant' | 'cover';
  role: Role;
  kind: PlaceKind | 'network';
  id: number | null;
  code: string;
  name: string;
  /** Under cover: for whom. */
  forName: string | null;
  /** Of a grant: who says so. */
  source: string | null;
}

/** Where a place stood over some days. An area stands in a region only. */
export interface Stand extends Days {
  areaId: number | null;
  areaName: string | null;
  regionId: number;
  regionName: string;
}

export interface Target {
  kind: PlaceKind;
  id: number;
  code: string;
  name: string;
  stands: Stand[];
}

/** Through what a post reaches a place. */
export type Through = 'itself' | 'area' | 'region' | 'network';

export interface Opening {
  held: Held;
  /** Null where no place is asked about. */
  through: Through | null;
  stand: Stand | null;
}

/** What would have opened it on another day. */
export type Missing =
  { why: 'over' | 'coming'; held: Held } | { why: 'moved'; held: Held; stood: Stand } | { why: 'role'; held: Held };

export interface Explained {
  allowed: boolean;
  /** Without a posting nobody is let in, whatever else they hold. */
  posted: boolean;
  /** The latest posting that is over, for somebody without one. */
  lastPosting: Held | null;
  opens: Opening[];
  /** In force on the day, but not for this. */
  others: Held[];
  missing: Missing[];
}

export function explain(
  all: readonly Held[],
  target: Target | null,
  roles: readonly Role[] | null,
  day: IsoDate,
): Explained {
  const now = all.filter((held) => isOn(held, day));
  const posted = now.some(({ via }) => via === 'posting');
  const asked = (held: Held) => roles === null || roles.includes(held.role);
  const opens = now.filter(asked).flatMap((held) => openingOf(held, target, day));
  const others = now.filter((held) => !opens.some((one) => one.held === held));
  return {
    allowed: posted && opens.length > 0,
    posted,
    lastPosting: posted ? null : latest(all.filter(({ via, from }) => via === 'posting' && from <= day)),
    opens,
    others,
    missing: opens.length > 0 ? [] : missingOf(all, target, asked, day),
  };
}

function missingOf(
  all: readonly Held[],
  target: Target | null,
  asked: (held: Held) => boolean,
  day: IsoDate,
): Missing[] {
  return all.flatMap((held): Missing[] => {
    const reaches = openingOf(held, target, day).length > 0;
    if (isOn(held, day)) {
      if (reaches) return asked(held) ? [] : [{ why: 'role', held }];
      const stood = target && asked(held) ? nearest(standsUnder(held, target), day) : null;
      return stood ? [{ why: 'moved', held, stood }] : [];
    }
    return reaches && asked(held) ? [{ why: held.from > day ? 'coming' : 'over', held }] : [];
  });
}

/** How a post reaches the place as it stands on the day; empty when it does not. */
function openingOf(held: Held, target: Target | null, day: IsoDate): Opening[] {
  if (held.role === 'guest') return target === null ? [{ held, through: null, stand: null }] : [];
  if (target === null) return [{ held, through: null, stand: null }];
  const stand = target.stands.find((one) => isOn(one, day)) ?? null;
  const through = throughOf(held, target, stand);
  return through === null ? [] : [{ held, through, stand }];
}

function throughOf(held: Held, target: Target, stand: Stand | null): Through | null {
  if (CX_TEAM.includes(held.role)) return 'network';
  // A unit that stands nowhere on the day is closed: it is found by nobody but the CX team.
  if (target.kind === 'unit' && stand === null) return null;
  if (held.kind === target.kind && held.id === target.id) return 'itself';
  if (stand === null) return null;
  if (held.kind === 'area' && held.id === stand.areaId) return 'area';
  return held.kind === 'region' && held.id === stand.regionId ? 'region' : null;
}

const standsUnder = (held: Held, target: Target) =>
  target.stands.filter((stand) => throughOf(held, target, stand) !== null);

/** Of several, the one closest to the day. */
function nearest(stands: readonly Stand[], day: IsoDate): Stand | null {
  const distance = ({ from, to }: Stand) => (from > day ? from : (to ?? day));
  const before = stands
    .filter(({ to }) => to !== null && to < day)
    .sort((a, b) => (distance(a) < distance(b) ? 1 : -1));
  return before[0] ?? stands[0] ?? null;
}

function latest(held: readonly Held[]): Held | null {
  return [...held].sort((a, b) => ((a.to ?? '9') < (b.to ?? '9') ? 1 : -1))[0] ?? null;
}

function isOn({ from, to }: Days, day: IsoDate): boolean {
  return from <= day && (to === null || day <= to);
}
