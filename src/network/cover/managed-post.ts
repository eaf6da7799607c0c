import type { Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Place } from '../reach.js';
import type { PlaceKind } from '../roles.js';

/** Roles that somebody else can take over for a while: those of managers, each over one place. */
export const COVERED_ROLES = [
  'postmaster',
  'departmentManager',
  'areaManager',
  'regionalManager',
] as const satisfies readonly Role[];

export type CoveredRole = (typeof COVERED_ROLES)[number];

/** A place by the names that pages use, and where it stands on the day asked about. */
export interface NamedPlace {
  kind: PlaceKind;
  code: string;
  name: string;
  unitId: number | null;
  areaId: number | null;
  regionId: number | null;
}

/** A manager's post as it stands on a day: what cover is given for. */
export interface ManagedPost extends NamedPlace {
  personId: number;
  reference: string;
  personName: string;
  role: CoveredRole;
  /** The last day of the manager's own posting; null while it is open. */
  until: IsoDate | null;
}

/** How a form and an address name a manager's post: `200001/area/A07`. */
export interface PostKey {
  reference: string;
  kind: PlaceKind;
  code: string;
}

export function postKey({ reference, kind, code }: PostKey): string {
  return `${reference}/${kind}/${code}`;
}

/** Null for what is no key. */
export function readPostKey(text: string): PostKey | null {
  const [, reference, kind, code] = /^([^/]{1,40})\/(unit|area|region)\/(.{1,40})$/.exec(text) ?? [];
  return reference && kind && code ? { reference, kind: kind as PlaceKind, code } : null;
}

/** As `reaches` takes it. A region's page is not its units': only what stands above a place is part of it. */
export function placeOfPost({ unitId, areaId, regionId }: NamedPlace): Place {
  return { unitId, areaId, regionId };
}
