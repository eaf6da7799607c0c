/** Which themes a choice of driver and theme stands for. */
import type { PublishedTheme } from '../themes/published-theme.js';
import type { CommentFilter } from './comment-filter.js';
import { themeMark } from './comment-lexemes.js';

/** Their marks (`themeMark`): null for all comments; none at all when the two contradict each other or nobody knows the theme. */
export function themesAsked(
  themes: readonly PublishedTheme[],
  { driver, theme }: Pick<CommentFilter, 'driver' | 'theme'>,
): string[] | null {
  if (driver === null && theme === null) return null;
  return themes
    .filter((one) => (theme === null || one.key === theme) && (driver === null || one.driver === driver))
    .map(themeMark);
}
