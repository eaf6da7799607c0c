import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from './content-hash.js';
import { imageName, mediaTypeOf, withLastingImages } from './content/published-images.js';

describe('the hash of content', () => {
  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
        const turned = Object.fromEntries(Object.entries(content).reverse());
        expect(contentHash(turned)).toBe(contentHash(content));
      }),
    );
  });

  it('changes with any value', () => {
    expect(contentHash({ a: [1, 2] })).not.toBe(contentHash({ a: [2, 1] }));
    expect(contentHash({ a: null })).not.toBe(contentHash({ a: '' }));
  });
});

describe('a picture', () => {
  const course = {
    lessons: [
      {
        title: 'One',
        minutes: 1,
        blocks: [{ kind: 'image' as const, key: 'hello', src: 'hello.svg', alt: 'A smile', caption: null }],
      },
    ],
  };

  it('is named after its content, so that a changed one is another one', () => {
    const name = imageName('hello.svg', Buffer.from('<svg/>'));
    expect(name).toMatch(/^hello-[0-9a-f]{8}\.svg$/);
    expect(imageName('hello.svg', Buffer.from('<svg />'))).not.toBe(name);
  });

  it('is shown by that name', () => {
    const whole = course as unknown as Parameters<typeof withLastingImages>[0];
    const shown = withLastingImages(whole, new Map([['hello.svg', 'hello-1.svg']]));
    expect(shown.lessons[0]?.blocks[0]).toMatchObject({ src: 'hello-1.svg', alt: 'A smile' });
  });

  it.each([
    ['a.svg', 'image/svg+xml'],
    ['a.webp', 'image/webp'],
    ['a.exe', 'application/octet-stream'],
  ])('%s is sent as %s', (name, type) => expect(mediaTypeOf(name)).toBe(type));
});
