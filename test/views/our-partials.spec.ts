import { describe, expect, it } from '@jest/globals';
import { Html } from '../../src/platform/web/html.js';
import { wordsOf } from '../support/browserless.js';
import { normalised } from './markup.js';
import { renderPartial } from './partial.js';

const said = (partial: string, params: object) => wordsOf(renderPartial(partial, params));

describe('a partial escapes words and lets charts through', () => {
  it('in a customer’s voice', () => {
    const html = renderPartial('voice', { title: 'Said', quote: '<i>Lovely</i>', about: 'February', action: null });
    expect(html).toContain('“&lt;i&gt;Lovely&lt;/i&gt;”');
  });

  it('in a result panel', () => {
    const result = { number: '+2.3', sentence: 'A & B', chart: new Html('<svg></svg>'), interval: null, grade: null };
    expect(renderPartial('result-panel', result)).toContain('<svg></svg>');
    expect(said('result-panel', result)).toBe('+2.3 A & B');
  });
});

describe('the hero', () => {
  const hero = { title: 'When it goes wrong', eyebrow: null, lede: 'Listen first.', meta: null, days: null, week: false };

  it('holds the only h1 and leads to one place', () => {
    const html = renderPartial('hero', { ...hero, action: { text: 'Start today’s lesson', path: '/today' } });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<a href="\/today" role="button"/);
  });

  it('shows a shop for a themed week and a counter otherwise, both as decoration', () => {
    const [counter, shop] = [false, true].map((week) => renderPartial('hero', { ...hero, week, action: null }));
    expect(counter).not.toBe(shop);
    for (const html of [counter, shop]) expect(html).toMatch(/hero__art"[^>]*aria-hidden="true"/);
  });
});

describe('answers', () => {
  const options = [
    { value: '1', text: 'Say sorry', checked: true },
    { value: '2', text: 'Wait' },
  ];

  it('are radios under the question as legend, the first with the name’s own id for error links', () => {
    const html = renderPartial('answer-options', { question: 'What first?', name: 'answer', options, heading: true, hint: 'Choose one.' });
    expect(html).toContain('<h1 class="h1">What first?</h1>');
    expect(html).toContain('type="radio" name="answer" id="answer" value="1" checked');
    expect(html).toContain('<label for="answer-1">Wait</label>');
    expect(html).toContain('aria-describedby="answer-hint"');
  });

  it('are tick boxes when several are right', () => {
    expect(renderPartial('answer-options', { question: 'Which?', name: 'a', options, several: true })).not.toContain('radio');
  });

  it('say in words which was best and which was theirs', () => {
    const cards = [
      { css: 'right', icon: 'tick-c', label: 'Best answer', text: 'Say sorry', feedback: null },
      { css: 'wrong', icon: 'cross-c', label: 'Your answer', text: 'Wait', feedback: 'She is worried now.' },
    ];
    expect(said('answer-cards', { options: cards })).toBe('Best answer Say sorry Your answer Wait She is worried now.');
  });
});

describe('the branch table', () => {
  const row = {
    code: '021047',
    name: 'Ashbridge',
    path: '/units/021047',
    stay: null,
  };
  const cell = (partial: string, label: string, model: object) => ({ partial, label, classes: null, model });
  const cells = (next: object | null = null) => [
    cell('cell-completion', 'Assigned completion', { completion: { value: '62%', bar: new Html('<svg></svg>') }, path: null }),
    cell('cell-ease', 'Ease', { ease: null, why: 'Too few yet: 7 of 10 responses', path: null }),
    cell('cell-emotion', 'Emotion', { emotion: null }),
    cell('cell-driver', 'Weakest driver', { driver: null }),
    cell('cell-figure', 'Responses', { value: '7', note: null, path: '/feedback/responses?unit=021047' }),
    cell('cell-figure', 'Overdue', { value: null, note: null, path: null }),
    cell('cell-next', 'Worth doing', { next }),
  ];
  const columns = [
    { label: 'Branch', path: '?sort=name', sort: null },
    { label: 'Ease', path: '?sort=ease', sort: 'ascending' },
  ];
  const table = (next: object | null = null) =>
    renderPartial('unit-table', { caption: 'Branches', pick: true, columns, rows: [{ ...row, cells: cells(next) }] });

  it('keeps its meaning for screen readers when a phone lays rows out as blocks', () => {
    expect(table()).toMatch(/role="table"[\s\S]*role="rowgroup"[\s\S]*role="columnheader"[\s\S]*role="rowheader"[\s\S]*role="cell"/);
  });

  it('says which way it is sorted', () => {
    expect(table().match(/aria-sort="ascending"/g)).toHaveLength(1);
  });

  it('says why a score is missing, and never prints a zero for it', () => {
    const words = wordsOf(table());
    expect(words).toContain('Not shown Too few yet: 7 of 10 responses');
    expect(words).not.toMatch(/Ease 0/);
  });

  it('leads from a number to what is behind it, and says where there is none', () => {
    expect(table()).toMatch(/<a class="num fig" href="\/feedback\/responses\?unit(=|&#x3D;)021047">7<\/a>/);
    expect(wordsOf(table())).toContain('Overdue – not shown');
  });

  it('names the branch in what a row offers', () => {
    const next = { text: 'Put it right', label: 'Assign', path: '/a', hidden: ' Put it right to Ashbridge' };
    expect(wordsOf(table(next))).toContain('Assign Put it right to Ashbridge');
    expect(table()).toContain('aria-label="Select Ashbridge"');
  });
});

describe('the chrome', () => {
  it('signs out by a form with its token, and offers every page on a phone', () => {
    const html = renderPartial('account', { name: 'Sam Kaur', initials: 'SK', nav: [{ label: 'Today', path: '/' }] });
    expect(html).toMatch(/<form method="post" action="\/sign-out">\s*<input type="hidden" name="_csrf"/);
    expect(wordsOf(html)).toBe('SK Sam Kaur, your account Sam Kaur Today Messages My record Your account Sign out');
  });

  it('marks the demo’s moment and posts the others', () => {
    const choices = [
      { label: 'Before', key: 'before', current: false },
      { label: 'Wednesday', key: 'now', current: true },
    ];
    const html = renderPartial('demo-banner', { sentence: 'This is a demo.', path: '/demo/moment', choices });
    expect(html).toContain('name="moment" value="now" aria-current="true">Wednesday');
    expect(html).toContain('name="moment" value="before">Before');
  });

  it('skips pages in the middle of a long list with a mark', () => {
    const items = [{ number: 1, href: '?page=1', current: true }, { gap: true }, { number: 9, href: '?page=9' }];
    expect(said('pagination', { items })).toBe('1 &ctdot; 9');
  });

  it('gives an error page one sentence and one act', () => {
    const sorry = { heading: 'We can’t find that page', sentence: 'It may have moved.', action: 'Go home', path: '/', requestId: null };
    expect(said('sorry', sorry)).toBe('We can’t find that page It may have moved. Go home');
  });
});

describe('markup', () => {
  it('is compared without regard to white space and the order of attributes and classes', () => {
    expect(normalised('<a class="b a"  href="/x">\n Go </a>')).toBe(normalised('<a href="/x" class="a b">Go</a>'));
    expect(normalised('<a href="/x">Go</a>')).not.toBe(normalised('<a href="/y">Go</a>'));
  });
});
