import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deviceLabel, placeLabel } from './device-label.js';

describe('what a browser is called', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome/Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge/Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari/iPhone',
    ],
    [
      'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.0.0 Mobile/15E148 Safari/604.1',
      'Chrome/iPad',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-A556B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36',
      'Samsung/Android',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox/Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
      'Safari/Mac',
    ],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome/ChromeOS',
    ],
    ['node', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('%s is %s', (userAgent, label) => expect(deviceLabel(userAgent)).toBe(label));

  it('never holds a word that the browser made up', () => {
    fc.assert(fc.property(fc.string(), (text) => /^[A-Za-z ]*\/[A-Za-z]*$/.test(deviceLabel(text))));
  });
});

describe('where a browser stands', () => {
  it.each([
    ['81.2.69.142', '81.2'],
    ['::ffff:10.1.2.3', '10.1'],
    ['2A02:C7F:abcd::1', '2a02:c7f'],
    ['::1', ''],
    ['unknown', ''],
    [undefined, ''],
  ])('%s is %s', (address, label) => expect(placeLabel(address)).toBe(label));
});
