/** The first that fits wins: Edge, Opera and Samsung's browser also call themselves Chrome, and Chrome calls itself Safari. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * What a browser says of itself, cut down to what its owner knows it by: 'Chrome/Windows'. A part that nobody knows is
 * empty, as in '/Windows'.
 */
export function deviceLabel(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 500);
  return `${nameIn(BROWSERS, text)}/${nameIn(SYSTEMS, text)}`;
}

function nameIn(names: readonly [RegExp, string][], text: string): string {
  return names.find(([sign]) => sign.test(text))?.[1] ?? '';
}

/** '81.2' of '81.2.3.4', '2a02:c7f' of a longer address, '' of what is none. */
export function placeLabel(address: string | undefined): string {
  const text = (address ?? '').replace(/^::ffff:/i, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(text)) return text.split('.').slice(0, 2).join('.');
  return /^[\da-f]{1,4}:[\da-f]{1,4}:/i.test(text) ? text.split(':').slice(0, 2).join(':').toLowerCase() : '';
}
