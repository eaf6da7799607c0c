/** The places of a reach as the choices of a drop-down. */
import { t } from '../../platform/language/t.js';
import type { PlaceKind } from '../roles.js';

export interface NamedPlace {
  kind: PlaceKind;
  code: string;
  name: string;
}

/** Everywhere first, then regions, areas and units by their names; what is chosen stays chosen. */
export function placeOptions(places: readonly NamedPlace[], chosen: string | null) {
  const options = places.map(({ kind, code, name }) => ({
    value: `${kind}:${code}`,
    text: sayPlace(kind, code, name),
  }));
  return [{ value: '', text: t('Everywhere') }, ...options].map((option) => ({
    ...option,
    selected: option.value === (chosen ?? ''),
  }));
}

function sayPlace(kind: PlaceKind, code: string, name: string): string {
  if (kind === 'region') return t('Region {name}', { name });
  return kind === 'area' ? t('{code} {name}', { code, name }) : name;
}
