/** Comments as a file, with the filters of the page. As there, a small unit gives the month instead of the day. */
import { londonDate } from '../../platform/dates.js';
import { EMOTION_NAMES, emotionOf } from '../../platform/emotions.js';
import { t } from '../../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../../platform/web/csv-download.js';
import { type PublishedTheme, themeName } from '../themes/published-theme.js';
import type { FoundComment } from './comment-search.queries.js';
import { sayAnswered } from './say-answered.js';

export function commentsCsv(
  code: string,
  rows: AsyncIterable<FoundComment> | Iterable<FoundComment>,
  themes: readonly PublishedTheme[],
) {
  return csvDownload(
    `comments-${code}.csv`,
    columns(new Map(themes.map((theme) => [theme.id, themeName(theme)]))),
    rows,
  );
}

function columns(names: ReadonlyMap<number, string>): CsvColumn<FoundComment>[] {
  return [
    { heading: t('Unit'), of: ({ unitCode }) => unitCode },
    { heading: t('Name'), of: ({ unitName }) => unitName },
    { heading: t('Day'), of: ({ answeredAt, smallUnit }) => sayAnswered(londonDate(answeredAt), smallUnit) },
    { heading: t('Ease'), of: ({ ease }) => ease },
    { heading: t('Felt'), of: ({ emotion }) => feltOf(emotion) },
    { heading: t('What they speak of'), of: ({ themeIds }) => themeIds.map((id) => names.get(id) ?? '').join('; ') },
    { heading: t('What they said'), of: ({ comment }) => comment },
  ];
}

function feltOf(value: number | null): string | null {
  const emotion = emotionOf(value);
  return emotion && t(EMOTION_NAMES[emotion]);
}
