import { describe, expect, it } from '@jest/globals';
import { Html } from '../web/html.js';
import { bothWidths, figure } from './figure.js';

const drawn = figure({
  id: 'ease',
  caption: 'Ease <fell>',
  sub: 'Points, weeks',
  wide: new Html('<svg>wide</svg>'),
  narrow: new Html('<svg>narrow</svg>'),
  head: ['Week', 'Ease'],
  rows: [
    ['4 Jan', '71.4'],
    ['11 & 12 Jan', '–'],
  ],
  note: 'Two weeks are missing.',
}).toString();

describe('a figure', () => {
  it('states the finding, then the unit', () => {
    expect(drawn).toContain('Ease &lt;fell&gt; <span>Points, weeks</span>');
  });

  it('carries the chart for both widths', () => {
    expect(drawn).toContain('<div class="cxu-only-wide"><svg>wide</svg></div>');
    expect(drawn).toContain('<div class="cxu-only-narrow"><svg>narrow</svg></div>');
  });

  it('has the same numbers as a table that can be reached by keyboard', () => {
    expect(drawn).toContain('<th scope="row" class="govuk-table__header">11 &amp; 12 Jan</th>');
    expect(drawn).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">71.4</td>');
    expect(drawn).toContain('tabindex="0" role="region" aria-label="Numbers: Ease &lt;fell&gt;"');
  });

  it('gives each width an id of its own', () => {
    const ids = bothWidths(({ id, narrow }) => new Html(`${id} ${narrow}`), { id: 'ease' });
    expect([ids.wide.toString(), ids.narrow.toString()]).toEqual(['ease-wide false', 'ease-narrow true']);
  });
});
