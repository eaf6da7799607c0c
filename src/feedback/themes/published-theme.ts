import { language } from '../../platform/language/language.js';
import type { ThemeText } from './theme-text.js';

/** A theme as it was published. */
export interface PublishedTheme extends ThemeText {
  id: number;
}

/** Its name in the reader's language. */
export function themeName({ nameEn, nameCy }: Pick<ThemeText, 'nameEn' | 'nameCy'>): string {
  return language() === 'cy' ? nameCy : nameEn;
}
