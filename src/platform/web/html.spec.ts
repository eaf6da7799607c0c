import { describe, expect, it } from '@jest/globals';
import Handlebars from 'handlebars';
import fc from 'fast-check';
import { Html } from './html.js';

const print = Handlebars.compile('<p title="{{value}}">{{value}}</p>', { strict: true });

describe('printing', () => {
  it.each([
    ['Tea & "biscuits"', 'Tea &amp; &quot;biscuits&quot;'],
    ["<img src='x' onerror=alert(1)>", '&lt;img src&#x3D;&#x27;x&#x27; onerror&#x3D;alert(1)&gt;'],
    ['{{value}} `x`', '{{value}} &#x60;x&#x60;'],
  ])('escapes %j', (value, printed) => expect(print({ value })).toBe(`<p title="${printed}">${printed}</p>`));

  it('leaves marked-up text as it stands, and only that', () => {
    expect(print({ value: new Html('<b>x</b>') })).toContain('><b>x</b><');
    expect(print({ value: { string: '<b>x</b>' } })).not.toContain('<b>');
    // What arrived as JSON has no method, so it cannot pass itself off as safe.
    expect(print({ value: JSON.parse('{"toHTML":"<b>x</b>"}') })).not.toContain('<b>');
  });

  it('never lets text out of its place', () => {
    fc.assert(
      fc.property(fc.string(), (value) =>
        expect(print({ value }).match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']),
      ),
    );
  });
});
