/** `index.html` of a copy: complete in itself, for a person who has nothing but a browser. */
import { locale } from '../../platform/language/language.js';
import { t } from '../../platform/language/t.js';
import type { PersonalDataSource } from '../../platform/privacy/personal-data.js';
import { sheetName } from './sheet-name.js';

export interface CopyHead {
  name: string;
  reference: string;
  /** Said in the reader's language: '10 February 2027 at 10:00'. */
  madeAt: () => string;
}

/** More rows than these are in the table's file only: a page of a hundred thousand rows opens nowhere. */
const SHOWN = 500;

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1d1d1b}
h1,h2{line-height:1.2}h2{margin-top:2.5rem}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .6rem;text-align:left;vertical-align:top}
.scroll{overflow-x:auto}.quiet{color:#505a5f}nav ul{columns:2;padding-left:1.2rem}
@media(max-width:40rem){nav ul{columns:1}}`;

export async function* copyPage(
  sources: readonly PersonalDataSource[],
  personId: number,
  { name, reference, madeAt }: CopyHead,
): AsyncGenerator<string, void> {
  const title = t('What CX University holds about {name}', { name });
  yield `<!doctype html><html lang="${locale()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>
<p>${escape(t('{name}, {reference}. Made on {moment}.', { name, reference, moment: madeAt() }))}</p>
<p>${escape(t('Everything stands here, and each table also as a file to open in a spreadsheet. What is about other people is left out.'))}</p>
<nav aria-label="${escape(t('Contents'))}"><ul>${sources.map(entry).join('')}</ul></nav>`;
  for (const source of sources) yield* section(source, personId);
  yield `</main></body></html>\n`;
}

const entry = (source: PersonalDataSource) => `<li><a href="#${source.kind}">${escape(source.title())}</a></li>`;

async function* section(source: PersonalDataSource, personId: number): AsyncGenerator<string, void> {
  yield `<h2 id="${source.kind}">${escape(source.title())}</h2><p class="quiet">${escape(source.purpose())}</p>`;
  const headings = source.headings();
  let rows = 0;
  for await (const row of source.rows(personId)) {
    if (rows === 0) yield tableHead(headings);
    rows += 1;
    if (rows > SHOWN) break;
    yield `<tr>${headings.map((heading) => `<td>${escape(row[heading])}</td>`).join('')}</tr>\n`;
  }
  yield rows === 0 ? `<p>${escape(t('Nothing is held.'))}</p>` : '</tbody></table></div>';
  const file = sheetName(source.kind);
  if (rows > SHOWN) yield `<p>${escape(t('There is more. All of it is in the file.'))}</p>`;
  yield `<p><a href="${file}">${file}</a></p>`;
}

function tableHead(headings: readonly string[]): string {
  const cells = headings.map((heading) => `<th scope="col">${escape(heading)}</th>`).join('');
  return `<div class="scroll"><table><thead><tr>${cells}</tr></thead><tbody>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(value: unknown): string {
  if (value === null || value === undefined) return '';
  return String(value as string | number).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
