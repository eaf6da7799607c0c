import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

/** What an address can carry. */
const MOST = 500;
const SHOWN = 5;

/** The references that were ticked or pasted, each once, in that order; a pasted line may hold a comma or a name after it. */
export function wantedReferences(ticked: readonly string[], pasted: string): string[] {
  const lines = pasted.split(/[\r\n,;]+/).map((line) => line.trim().split(/\s+/)[0] ?? '');
  return [...new Set([...ticked, ...lines].filter((reference) => reference !== ''))];
}

/**
 * Checks that everybody was found among those whom the manager may ask. Somebody outside reach reads like nobody at all.
 * @throws RuleBroken
 */
export function checkPeople(wanted: readonly string[], found: ReadonlySet<string>): void {
  if (wanted.length > MOST) throw new RuleBroken(t('Name up to 500 people at a time.'), 'references');
  const missing = wanted.filter((reference) => !found.has(reference));
  if (missing.length === 0) return;
  const shown = missing.slice(0, SHOWN).join(', ');
  const more = missing.length - SHOWN;
  throw new RuleBroken(
    more > 0
      ? t('We can’t find {shown} and {more} more among your people. Check the references or leave them out.', {
          shown,
          more: String(more),
        })
      : t('We can’t find {shown} among your people. Check the reference or leave it out.', { shown }),
    'references',
  );
}
