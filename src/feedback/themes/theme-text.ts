/** A theme as people write it: what it is called, its rules in both languages, and the sentences that it is tried on. */
import { type Driver } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { matcherOf } from './matcher.js';
import { readRules, type RuleLanguage } from './rules.js';

export interface ThemeText {
  /** Never changes: links and counts go by it. */
  key: string;
  /** Null for what belongs to none of the six. */
  driver: Driver | null;
  nameEn: string;
  nameCy: string;
  en: string;
  cy: string;
  /** Sentences that must speak of it, and that must not. */
  matches: string[];
  not: string[];
}

type Rules = Pick<ThemeText, 'en' | 'cy' | 'matches' | 'not'>;

/**
 * What is wrong with a theme, in sentences, by field: lines that cannot be read; or, where all can be, that there are none,
 * and examples that come out otherwise.
 */
export function problemsOf(theme: Rules): { field: 'en' | 'cy' | 'mustFind' | 'mustLeave'; sentence: string }[] {
  const lines = [...linesOf(theme.en, 'en'), ...linesOf(theme.cy, 'cy')];
  if (lines.length > 0) return lines;
  const none = !(['en', 'cy'] as const).some((language) => readRules(theme[language], language).rules.length > 0);
  return none ? [{ field: 'en', sentence: t('Write at least one rule, in English or in Welsh.') }] : examplesOf(theme);
}

function linesOf(text: string, language: RuleLanguage) {
  return readRules(text, language).problems.map(({ line, sentence }) => ({
    field: language,
    sentence: t('Line {line}: {sentence}', { line: String(line), sentence }),
  }));
}

function examplesOf({ en, cy, matches, not }: Rules) {
  const match = matcherOf([{ id: 0, en, cy }]);
  const found = (text: string) => match(text).length > 0;
  return [
    ...matches
      .filter((text) => !found(text))
      .map((text) => ({
        field: 'mustFind' as const,
        sentence: t('No rule finds “{text}”.', { text }),
      })),
    ...not.filter(found).map((text) => ({
      field: 'mustLeave' as const,
      sentence: t('A rule finds “{text}”, which should be left alone.', { text }),
    })),
  ];
}
