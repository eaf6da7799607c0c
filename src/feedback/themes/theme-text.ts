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

/** What is wrong with a theme, in sentences, by field: lines that cannot be read, and examples that come out otherwise. */
export function problemsOf(theme: Rules): { field: 'en' | 'cy' | 'matches' | 'not'; sentence: string }[] {
  return [...linesOf(theme.en, 'en'), ...linesOf(theme.cy, 'cy'), ...examplesOf(theme)];
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
        field: 'matches' as const,
        sentence: t('No rule finds “{text}”.', { text }),
      })),
    ...not.filter(found).map((text) => ({
      field: 'not' as const,
      sentence: t('A rule finds “{text}”, which should be left alone.', { text }),
    })),
  ];
}
