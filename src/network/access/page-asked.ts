import type { Role } from '../../platform/actor.js';
import type { PlaceKind } from '../roles.js';

/** A route as the product declares it. */
export interface RouteAsked {
  method: string;
  path: string;
  permission: { roles: readonly Role[] } | null;
  isPublic: boolean;
}

/** What a page's address asks for: roles, and perhaps a place. */
export interface PageAsked {
  /** Null: open to everybody, also without signing in. */
  roles: readonly Role[] | null;
  place: { kind: PlaceKind; code: string } | null;
}

const PLACES: Record<string, PlaceKind> = { '/units/': 'unit', '/areas/': 'area', '/regions/': 'region' };

/** The page behind an address; null when the product has none there. `/areas/A07?show=az` is the area A07's. */
export function pageAsked(typed: string, routes: readonly RouteAsked[]): PageAsked | null {
  const path = (typed.split(/[?#]/)[0] ?? '').replace(/(?<=.)\/$/, '');
  const route = routes
    .filter(({ method }) => method === 'GET')
    .filter((one) => matches(one.path, path))
    .sort((a, b) => holes(a.path) - holes(b.path))[0];
  if (!route || (route.permission === null && !route.isPublic)) return null;
  return { roles: route.permission?.roles ?? null, place: placeIn(path) };
}

function placeIn(path: string): PageAsked['place'] {
  const [start, kind] = Object.entries(PLACES).find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (!start || !kind) return null;
  const code = decoded(
    path
      .slice(start.length)
      .split('/')[0]!
      .replace(/\.csv$/, ''),
  );
  return code === '' ? null : { kind, code };
}

function matches(route: string, path: string): boolean {
  const pattern = route.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${pattern}$`).test(path);
}

const holes = (route: string) => route.split(':').length;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
