import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdown } from './markdown.js';

const html = (text: string) => markdown(text).toString().trim();

describe('what an author writes', () => {
  it.each([
    ['Say *hello*, **then** wait.', '<p>Say <em>hello</em>, <strong>then</strong> wait.</p>'],
    ['- one\n- two', '<ul>\n<li>one</li>\n<li>two</li>\n</ul>'],
    ['### Try this', '<h3>Try this</h3>'],
    ['> I waited an hour', '<blockquote>\n<p>I waited an hour</p>\n</blockquote>'],
    ['"That\'s fine"...', '<p>“That’s fine”…</p>'],
    ['[Ask](/help)', '<p><a href="/help">Ask</a></p>'],
    ['[Ask](https://example.org/a?b=1&c=2)', '<p><a href="https://example.org/a?b=1&amp;c=2">Ask</a></p>'],
    ['[Write](mailto:help@example.org)', '<p><a href="mailto:help@example.org">Write</a></p>'],
    ['a < b & c > d', '<p>a &lt; b &amp; c &gt; d</p>'],
  ])('%j is %j', (text, markup) => expect(html(text)).toBe(markup));

  it.each(['# One', '## Two'])('%j makes no heading above the page’s own', (text) =>
    expect(html(text)).not.toMatch(/<h[12]/),
  );
});

const TRICKS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<p onclick="alert(1)" style="position:fixed">x</p>',
  '<iframe src="https://evil.example"></iframe>',
  '<!-- --><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#115;cript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#1;javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](data:image/png;base64,iVBO)',
  '[x](file:///etc/passwd)',
  '[x](http://example.org)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](\\\\evil.example)',
  '[x](https://a.example "title\\" onmouseover=\\"alert(1)")',
  '[x]: javascript:alert(1)\n\n[x]',
  '<javascript:alert(1)>',
  '<https://evil.example/"onmouseover="alert(1)>',
  'https://evil.example/auto',
  '![x](https://evil.example/pixel.png)',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](/a.png)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '**<script>**alert(1)**</script>**',
  '> - [x](javascript:alert(1))\n>   <script>alert(1)</script>',
  '```html onclick=alert(1)\n<script>alert(1)</script>\n```',
  '`<script>alert(1)</script>`',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];

/** Every tag that may come out, whatever went in. */
const SAFE_TAG = /^<\/?(p|h3|h4|ul|ol|li|strong|em|br|blockquote|code|hr|a)( \/)?>$/;
const HERE = 'https://here.example';

/** Whether a browser would stay on https, here or elsewhere where the author said https, or write a mail. */
function isSafeLink(tag: string): boolean {
  const href = /^<a href="([^"<>]*)">$/.exec(tag)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  if (href === undefined) return false;
  const { protocol, origin } = new URL(href, `${HERE}/page`);
  return protocol === 'mailto:' || origin === HERE || href.startsWith('https://');
}

const unsafe = (markup: string) =>
  (markup.match(/<[^>]*>?/g) ?? []).filter((tag) => !SAFE_TAG.test(tag) && !isSafeLink(tag));

describe('what somebody tries to slip in', () => {
  it.each(TRICKS)('%j comes out harmless', (text) => expect(unsafe(html(text))).toEqual([]));

  it('stays harmless in any mixture', () => {
    const piece = fc.oneof(
      fc.constantFrom(...TRICKS),
      fc.constantFrom('\n', '\n\n', ' ', '- ', '> ', '`', '*', '[', ')('),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => expect(unsafe(html(pieces.join('')))).toEqual([])),
      { numRuns: 300 },
    );
  });
});
