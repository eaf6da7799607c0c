import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

/** What an address can carry: the preview is a page that can be gone back to. */
const MOST = 1000;

/** The codes that were ticked or pasted, each once, in that order. Pasted ones may stand in any usual list. */
export function wantedCodes(ticked: readonly string[], pasted: string): string[] {
  const codes = [...ticked, ...pasted.split(/[\s,;]+/)].filter((code) => code !== '');
  return [...new Set(codes)];
}

/**
 * Checks that every code was found among the units that the person may ask. One outside reach reads like one that nobody
 * has.
 * @throws RuleBroken
 */
export function checkUnits(wanted: readonly string[], found: ReadonlySet<string>): void {
  if (wanted.length > MOST) throw new RuleBroken(t('Choose up to 1,000 at a time.'), 'unit');
  const missing = wanted.filter((code) => !found.has(code));
  if (missing.length === 0) return;
  const shown = missing.slice(0, 5).join(', ');
  const more = missing.length - 5;
  throw new RuleBroken(
    more > 0
      ? t('We can’t find {shown} and {more} more among yours. Check the code or leave it out.', {
          shown,
          more: String(more),
        })
      : t('We can’t find {shown} among yours. Check the code or leave it out.', { shown }),
    'unit',
  );
}
