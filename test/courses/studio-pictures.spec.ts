import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { addBlock, contentOf, newDraft, shown, startStudio, type StudioWorld } from './studio-world.js';

let world: StudioWorld;
let form: string;

beforeAll(async () => {
  world = await startStudio();
});
afterAll(() => world.app.stop());
beforeEach(async () => {
  form = await addBlock(world.grace, `${await newDraft(world.grace)}/lessons/1`, 'image');
});

/** A picture half red and half blue, which its camera held sideways. */
const photo = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#b02020' } })
    .composite([
      { input: { create: { width: width / 2, height, channels: 3, background: '#2020b0' } }, left: 0, top: 0 },
    ])
    .withExif({ IFD0: { Copyright: 'Nobody', Software: 'Secret camera' } })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();

async function send(name: string, content: Buffer | string, fields = {}) {
  const { text } = await world.grace.get(form);
  const all = { ...shown(text), blockKind: 'image', alt: 'Red and blue', caption: '', src: '', ...fields };
  return world.grace.upload(`${form}/picture`, { name, content, field: 'picture' }, all);
}

const block = async () =>
  (await contentOf<{ lessons: { blocks: { src: string; alt: string; caption: string | null }[] }[] }>(world.app, form))
    .lessons[0]!.blocks[0]!;

async function stored(src: string) {
  const row = await world.app.db.one<{ bytes: Buffer; mediaType: string }>(
    'select bytes, media_type "mediaType" from course_image where name = $1',
    [src],
  );
  return { ...row!, facts: await sharp(row!.bytes).metadata() };
}

describe('a picture', () => {
  it('is kept upright, made anew, without what the camera wrote into it', async () => {
    const answer = await send('My Counter (1).JPG', await photo());
    expect(answer.status).toBe(303);
    const { src, alt, caption } = await block();
    expect(src).toMatch(/^my-counter-1-[0-9a-f]{8}\.jpg$/);
    expect({ alt, caption }).toEqual({ alt: 'Red and blue', caption: null });
    const { facts, mediaType, bytes } = await stored(src);
    expect(mediaType).toBe('image/jpeg');
    expect([facts.width, facts.height]).toEqual([20, 40]);
    expect(facts.exif).toBeUndefined();
    expect(bytes.includes('Secret camera')).toBe(false);
  });

  it('is at most 1600 pixels long, and is not made larger', async () => {
    await send(
      'wide.png',
      await sharp({ create: { width: 3200, height: 400, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    );
    const { facts } = await stored((await block()).src);
    expect([facts.width, facts.height]).toEqual([1600, 200]);
  });

  it.each(['png', 'webp'] as const)('may be %s', async (format) => {
    await send(`a.${format}`, await photo(format));
    expect((await block()).src).toMatch(new RegExp(`^a-[0-9a-f]{8}\\.${format}$`));
  });

  it('is shown in the lesson to its author, with its words', async () => {
    await send('counter.png', await photo('png'));
    const { src } = await block();
    const lesson = form.replace(/\/blocks.*/, '');
    expect((await world.grace.get(lesson)).text).toContain(`src="/content/images/${src}" alt="Red and blue"`);
    const image = await world.grace.get(`/content/images/${src}`);
    expect(image.headers.get('content-type')).toBe('image/png');
    expect(image.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('stays when only its words change', async () => {
    await send('counter.png', await photo('png'));
    const { src } = await block();
    await send('', '', { src, alt: 'Other words', caption: 'Look' });
    expect(await block()).toMatchObject({ src, alt: 'Other words', caption: 'Look' });
  });

  it.each([
    [
      'drawing.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'SVG drawings can carry programs',
    ],
    [
      'photo.jpg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
      'SVG drawings can carry programs',
    ],
    ['photo.png', '<html><script>alert(1)</script></html>', 'This is not a PNG, JPEG or WebP picture.'],
    ['photo.gif', 'GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;', 'This is not a PNG, JPEG or WebP picture.'],
    ['photo.png', 'no picture at all', 'This is not a PNG, JPEG or WebP picture.'],
  ])('%s of another kind is refused in words', async (name, content, sentence) => {
    const answer = await send(name, content);
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(answer.text).toContain('>Red and blue</textarea>');
    expect((await block()).src).toBe('');
  });

  it('that is broken off is refused in words', async () => {
    const whole = await photo('png', 400, 200);
    const answer = await send('half.png', whole.subarray(0, whole.length - 40));
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('This picture is damaged or too large to open.');
  });

  it('that unfolds to more than a screen could ever show is refused', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 6_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(5 * 1024 * 1024);
    expect((await send('bomb.png', bomb)).status).toBe(422);
  });

  it('of more than five megabytes is not read to its end', async () => {
    const answer = await send('large.png', Buffer.alloc(5 * 1024 * 1024 + 1));
    expect(answer.status).toBe(413);
    expect(answer.words).toContain('larger than 5 MB');
  });

  it('is named by us, whatever the file was called', async () => {
    await send('../../etc/<script>.png', await photo('png'));
    expect((await block()).src).toMatch(/^script-[0-9a-f]{8}\.png$/);
  });
});

describe('an outsider', () => {
  it.each(['sam', 'dawn', 'nikhil'] as const)('%s cannot send a picture', async (who) => {
    await world[who].get('/');
    const upload = { name: 'a.png', content: await photo('png'), field: 'picture' };
    const answer = await world[who].upload(`${form}/picture`, upload, { revision: 1, lesson: 'lesson-1' });
    expect(answer.status).toBe(403);
  });
});
