import type { Role } from '../../platform/actor.js';

/** Whom an assignment asks: everybody (or some roles) in these places, and these people wherever they are. */
export interface ChosenAudience {
  unitIds: number[];
  /** Each with all units below it. */
  areaIds: number[];
  regionIds: number[];
  network: boolean;
  /** Null: every role. Only for the places; people by name are asked whatever they do. */
  roles: Role[] | null;
  personIds: number[];
}

/** Those who work in a unit; managers above units are not counted in any. */
export const ASKABLE_ROLES = [
  'staff',
  'postmaster',
  'champion',
  'departmentManager',
] as const satisfies readonly Role[];

export type AskableRole = (typeof ASKABLE_ROLES)[number];

export function hasPlaces({ unitIds, areaIds, regionIds, network }: ChosenAudience): boolean {
  return network || unitIds.length + areaIds.length + regionIds.length > 0;
}
