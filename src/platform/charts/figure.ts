import { msg, t } from '../language/t.js';
import { Html } from '../web/html.js';
import { escape } from './svg.js';

/** Words, or words that lead to what is behind them. */
export type Cell = string | { text: string; href: string };

interface Figure {
  /** Unique in the page. */
  id: string;
  /** The finding, as a sentence. */
  caption: string;
  /** Unit, period and what the band or bars mean. */
  sub: string;
  /** Drawn for about 900 pixels. */
  wide: Html;
  /** Drawn for about 360 pixels. */
  narrow: Html;
  head: readonly string[];
  /** The same numbers, printed; the first cell of each row is its header. */
  rows: readonly (readonly Cell[])[];
  note?: string | null;
}

const SUMMARY = msg('Show these numbers as a table');

/** A chart is always a picture, a caption that states the finding, and the same numbers as a table. */
export function figure({ id, caption, sub, wide, narrow, head, rows, note }: Figure): Html {
  return new Html(
    `<figure class="cxu-figure"><figcaption class="cxu-figure__cap">${escape(caption)} <span>${escape(sub)}</span></figcaption>` +
      `<div class="cxu-only-wide">${wide.toString()}</div><div class="cxu-only-narrow">${narrow.toString()}</div>` +
      (note ? `<p class="cxu-figure__note">${escape(note)}</p>` : '') +
      `<details class="govuk-details cxu-figure__data" id="${escape(id)}-numbers"><summary class="govuk-details__summary">` +
      `<span class="govuk-details__summary-text">${escape(t(SUMMARY))}<span class="govuk-visually-hidden">: ${escape(caption)}</span></span>` +
      `</summary><div class="govuk-details__text">${table(caption, head, rows)}</div></details></figure>`,
  );
}

/**
 * The same chart for both widths; CSS shows one of them, which also hides the other from screen readers.
 * Ids become ID-wide and ID-narrow.
 */
export function bothWidths<T extends { id: string }>(
  chart: (input: T & { narrow: boolean }) => Html,
  input: T,
): { wide: Html; narrow: Html } {
  return {
    wide: chart({ ...input, id: `${input.id}-wide`, narrow: false }),
    narrow: chart({ ...input, id: `${input.id}-narrow`, narrow: true }),
  };
}

function table(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const numeric = (column: number, css: string) => (column === 0 ? css : `${css} ${css}--numeric`);
  const heads = head.map((words, column) => {
    return `<th scope="col" class="${numeric(column, 'govuk-table__header')}">${escape(words)}</th>`;
  });
  const body = rows.map((cells) => {
    const [first = '', ...rest] = cells;
    const others = rest.map((words) => `<td class="${numeric(1, 'govuk-table__cell')}">${printed(words)}</td>`);
    return `<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${printed(first)}</th>${others.join('')}</tr>`;
  });
  return (
    `<div class="cxu-scroll" tabindex="0" role="region" aria-label="${escape(t('Numbers: {caption}', { caption }))}">` +
    `<table class="govuk-table cxu-table-small"><thead class="govuk-table__head"><tr class="govuk-table__row">${heads.join('')}</tr></thead>` +
    `<tbody class="govuk-table__body">${body.join('')}</tbody></table></div>`
  );
}

function printed(cell: Cell): string {
  return typeof cell === 'string' ? escape(cell) : `<a href="${escape(cell.href)}">${escape(cell.text)}</a>`;
}
