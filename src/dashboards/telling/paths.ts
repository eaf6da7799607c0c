/** A message to whoever leads a place. */
import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import type { RowsAre } from '../level.js';

export const MOST_CHARACTERS = 600;

const PATHS: Record<RowsAre, (code: string) => string> = { units: unitPath, areas: areaPath, regions: regionPath };

export const messagesPathOf = (are: RowsAre, code: string): string => `${PATHS[are](code)}/messages`;

/** The form, with its words begun. */
export function tellPath(are: RowsAre, code: string, words = ''): string {
  const query = words === '' ? '' : `?${new URLSearchParams({ words: words.slice(0, MOST_CHARACTERS) }).toString()}`;
  return `${messagesPathOf(are, code)}/new${query}`;
}

/** The place itself. */
export const placePathOf = (are: RowsAre, code: string): string => PATHS[are](code);
