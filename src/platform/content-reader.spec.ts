import { describe, expect, it } from '@jest/globals';
import { type ContentReader, readContent, repeated } from './content-reader.js';

const read = (raw: unknown, work: (reader: ContentReader) => unknown) => {
  const { value, problems } = readContent(raw, (reader) => {
    const result = work(reader);
    reader.close();
    return result;
  });
  return {
    value,
    sentences: problems.map((problem) => problem.sentence),
    paths: problems.map((problem) => problem.path),
  };
};

describe('what an author wrote', () => {
  it('is handed over when nothing is wrong', () => {
    const raw = { title: ' Hello ', minutes: 3, shuffle: false, note: null, tone: 'tip', slug: 'a-hello' };
    const { value, sentences } = read(raw, (reader) => ({
      title: reader.text('title'),
      minutes: reader.wholeNumber('minutes', 1, 9),
      shuffle: reader.flag('shuffle'),
      note: reader.textOrNull('note'),
      tone: reader.oneOf('tone', ['tip', 'care']),
      slug: reader.key('slug'),
      limit: reader.wholeNumberOrNull('limit', 1, 9),
    }));
    expect(sentences).toEqual([]);
    expect(value).toEqual({
      title: 'Hello',
      minutes: 3,
      shuffle: false,
      note: null,
      tone: 'tip',
      slug: 'a-hello',
      limit: null,
    });
  });

  it.each<[string, unknown, (reader: ContentReader) => unknown, string]>([
    ['a missing text', {}, (r) => r.text('title', 'the title'), 'Write the title in “title”.'],
    [
      'a text too long',
      { title: 'long' },
      (r) => r.text('title', 'it', 3),
      'Shorten “title” to 3 characters or fewer.',
    ],
    ['a number out of range', { n: 0 }, (r) => r.wholeNumber('n', 1, 5), 'Give “n” as a whole number from 1 to 5.'],
    ['half a number', { n: 1.5 }, (r) => r.wholeNumber('n', 1, 5), 'Give “n” as a whole number from 1 to 5.'],
    ['a flag in words', { on: 'yes' }, (r) => r.flag('on'), 'Set “on” to true or false.'],
    ['an unknown value', { tone: 'loud' }, (r) => r.oneOf('tone', ['tip', 'care']), 'Set “tone” to one of: tip, care.'],
    ['an empty list', { days: [] }, (r) => r.list('days'), 'List at least 1 under “days”.'],
    [
      'a slip in a name',
      { titel: 'x' },
      () => null,
      '“titel” is not a field here; correct its spelling or take it out.',
    ],
    [
      'capitals in a key',
      { slug: 'Hello' },
      (r) => r.key('slug'),
      'Write “slug” in small letters, figures and single hyphens, such as “put-it-right”.',
    ],
  ])('with %s comes with one sentence and no value', (_, raw, work, sentence) => {
    expect(read(raw, work)).toMatchObject({ value: null, sentences: [sentence] });
  });

  it.each([null, 'text', 7, ['a']])('that is %p instead of fields is said so, and reading goes on', (raw) => {
    expect(read(raw, (reader) => reader.flag('on')).sentences.length).toBeGreaterThan(0);
  });

  it('names the place inside lists and groups, with its path', () => {
    const raw = { lessons: [{ image: { alt: '' } }] };
    const { sentences, paths } = read(raw, (reader) =>
      reader.list('lessons').map((item, index) =>
        reader
          .child(item, `Lesson ${index + 1}`)
          .group('image')
          .text('alt'),
      ),
    );
    expect(sentences).toEqual(['Lesson 1: write the alt in “alt”.']);
    expect(paths).toEqual([['lessons', 0, 'image', 'alt']]);
  });

  it('takes over what another reader has to say, under its own place', () => {
    const inner = (raw: unknown) => readContent(raw, (reader) => reader.text('text', 'the question'));
    const { sentences, paths } = read({ quiz: {} }, (reader) => reader.adopt('quiz', inner));
    expect(sentences).toEqual(['Write the question in “text”.']);
    expect(paths).toEqual([['quiz', 'text']]);
  });
});

it('repeated names each repeated value once', () => {
  expect(repeated(['a', 'b', 'a', 'c', 'b', 'a'])).toEqual(['a', 'b']);
});
