import { describe, expect, it } from '@jest/globals';
import { parse } from 'node:querystring';
import { Transform } from 'class-transformer';
import { Allow, IsIn, IsInt, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';
import fc from 'fast-check';
import { RuleBroken } from '../errors.js';
import { presentProblems, readForm } from './form.js';
import { page, seeOther } from './reply.js';

const REASON = 'Give a reason of up to 20 characters.';

class AskForm {
  @Length(1, 20, { message: REASON })
  reason = '';

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value))
  @IsInt({ message: 'Give a whole number.' })
  count = 0;

  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @Matches(/^\d{6}$/, { each: true, message: 'One of them is not a code.' })
  unit: string[] = [];

  @IsOptional()
  @IsIn(['yes'], { message: 'Tick it or leave it.' })
  sure?: string;

  @Allow()
  answer?: unknown;
}

class Inner {
  @IsString({ message: 'Say where.' })
  place!: string;
}

class OuterForm {
  @Transform(() => new Inner())
  @ValidateNested()
  inner!: Inner;
}

const WELL_MADE = { reason: 'Be kind', count: '3', unit: ['021047', '021048'], sure: 'yes' };
const sentencesOf = (body: unknown) => readForm(AskForm, body).problems.map(({ field, sentence }) => [field, sentence]);

describe('a form with something else where text belongs', () => {
  it.each([[['a', 'b']], [{ length: 1, toString: null }], [1.5], [true], [null]])(
    'is refused and shown without %j',
    (reason) => {
      const { value, problems } = readForm(AskForm, { ...WELL_MADE, reason });
      expect(problems).toEqual([{ field: 'reason', sentence: REASON }]);
      expect(value.reason).toBe('');
      expect(value.unit).toEqual(WELL_MADE.unit);
    },
  );
});

describe('a form that is well made', () => {
  it('is read into its class, trimmed', () => {
    const { value, problems } = readForm(AskForm, { ...WELL_MADE, reason: '  Be kind\n' });
    expect(problems).toEqual([]);
    expect(value).toBeInstanceOf(AskForm);
    expect({ ...value }).toEqual({ ...WELL_MADE, count: 3 });
  });

  it('may repeat a field that takes several, or send it once', () => {
    expect(readForm(AskForm, parse('reason=a&unit=021047&unit=021048')).value.unit).toEqual(['021047', '021048']);
    expect(readForm(AskForm, parse('reason=a&unit=021047')).value.unit).toEqual(['021047']);
    expect(readForm(AskForm, parse('reason=a')).value.unit).toEqual([]);
  });

  it('loses fields that were not asked for, so that nothing can be smuggled in', () => {
    const { value } = readForm(AskForm, { ...WELL_MADE, roles: 'administrator', personId: '1', submit: 'x' });
    expect(Object.keys(value).sort()).toEqual(['count', 'reason', 'sure', 'unit']);
  });

  it('loses null characters, which no database takes', () => {
    expect(readForm(AskForm, { ...WELL_MADE, reason: 'Be\u0000 kind\u0000' }).value.reason).toBe('Be kind');
  });
});

describe('a form that is not', () => {
  it.each([
    ['nothing at all', undefined],
    ['null', null],
    ['text', 'reason=Be kind'],
    ['a list', ['reason']],
    ['a number', 7],
    ['no fields', {}],
  ])('%s: asks for what is missing', (_, body) => expect(sentencesOf(body)).toEqual([['reason', REASON]]));

  it.each([
    ['only blanks', { reason: ' \t ' }, ['reason', REASON]],
    ['too long', { reason: 'x'.repeat(21) }, ['reason', REASON]],
    ['sent twice where one is expected', { reason: ['a', 'b'] }, ['reason', REASON]],
    ['an object in place of text', { reason: { length: 3 } }, ['reason', REASON]],
    ['a number in place of text', { reason: 12 }, ['reason', REASON]],
    ['true in place of text', { reason: true }, ['reason', REASON]],
    ['words in place of a number', { count: 'three' }, ['count', 'Give a whole number.']],
    ['a number sent twice', { count: ['1', '2'] }, ['count', 'Give a whole number.']],
    ['a list in a list', { unit: [['021047'], { a: 1 }] }, ['unit', 'One of them is not a code.']],
    ['an unknown choice', { sure: 'maybe' }, ['sure', 'Tick it or leave it.']],
  ])('%s', (_, fields, problem) => expect(sentencesOf({ ...WELL_MADE, ...fields })).toEqual([problem]));

  it('has one sentence per field, also when the trouble lies deeper', () => {
    expect(readForm(OuterForm, { inner: { place: 7 } }).problems).toEqual([{ field: 'inner', sentence: 'Say where.' }]);
  });
});

describe('a tampered form', () => {
  it.each([
    'reason=Be kind&__proto__=a&__proto__=b',
    'reason=Be kind&__proto__[admin]=1',
    'reason=Be kind&constructor=a',
    'reason=Be kind&constructor[prototype][admin]=1',
    'reason=Be kind&prototype=a&toString=b&hasOwnProperty=c&valueOf=d&then=e',
    'reason=Be kind&a[b]=c&a[b][c]=d&[]=e&[=f&]=g',
    'reason=Be kind&=nameless&&&===',
  ])('%s is read as if the junk were not there', (text) => {
    const { value, problems } = readForm(AskForm, parse(text));
    expect(problems).toEqual([]);
    expect(Object.getPrototypeOf(value)).toBe(AskForm.prototype);
    expect(Object.keys(value).sort()).toEqual(['count', 'reason', 'unit']);
  });

  it.each([
    '{"reason":"Be kind","__proto__":{"reason":"x","admin":true}}',
    '{"reason":"Be kind","__proto__":[]}',
    '{"reason":"Be kind","constructor":{"prototype":{"admin":true}}}',
    '{"reason":"Be kind","constructor":null}',
    '{"reason":"Be kind","100000000":"x","length":9}',
  ])('%s as JSON likewise, and no other object learns from it', (text) => {
    const { value, problems } = readForm(AskForm, JSON.parse(text));
    expect(problems).toEqual([]);
    expect(value).toBeInstanceOf(AskForm);
    expect((value as { admin?: boolean }).admin).toBeUndefined();
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('is a value or a sentence, never a crash', () => {
    const names = fc.constantFrom('reason', 'count', 'unit', 'sure', '__proto__', 'constructor', 'x[y]', '');
    const query = fc.array(fc.tuple(names, fc.string())).map((pairs) => new URLSearchParams(pairs).toString());
    fc.assert(
      fc.property(query, (text) => isReadable(parse(text))),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.jsonValue(), isReadable), { numRuns: 300 });
    fc.assert(
      fc.property(fc.record({ reason: fc.jsonValue(), count: fc.jsonValue(), unit: fc.jsonValue() }), isReadable),
    );
  });
});

function isReadable(body: unknown): void {
  const { value, problems } = readForm(AskForm, body);
  for (const { field, sentence } of problems)
    expect([field !== undefined, sentence.endsWith('.')]).toEqual([true, true]);
  if (problems.length === 0) expect([value.reason.length > 0, Number.isInteger(value.count)]).toEqual([true, true]);
}

describe('sending a form', () => {
  const refuse = (problems: unknown) => page('form', { title: 'Again', problems }, { status: 422 });

  it('goes on when it is well made', async () => {
    const form = readForm(AskForm, WELL_MADE);
    expect(await form.submit(({ reason }) => seeOther(`/${reason}`), refuse)).toEqual(seeOther('/Be kind'));
  });

  it('comes back with its problems, and nothing is done', async () => {
    let done = false;
    const reply = await readForm(AskForm, {}).submit(() => ((done = true), seeOther('/')), refuse);
    expect(reply).toMatchObject({ model: { problems: [{ field: 'reason', sentence: REASON }] } });
    expect(done).toBe(false);
  });

  it('comes back when a rule is broken on the way, at the field the rule names', async () => {
    const reply = await readForm(AskForm, WELL_MADE).submit(() => {
      throw new RuleBroken('That day has passed.', 'dueOn');
    }, refuse);
    expect(reply).toMatchObject({ model: { problems: [{ field: 'dueOn', sentence: 'That day has passed.' }] } });
  });

  it('lets anything else fail as what it is', async () => {
    const bug = new TypeError('a bug');
    await expect(readForm(AskForm, WELL_MADE).submit(() => Promise.reject(bug), refuse)).rejects.toBe(bug);
  });
});

describe('problems as the page shows them', () => {
  it('are none when there are none', () => expect(presentProblems([])).toBeNull());

  it('lead to their field, or to the page when they belong to none', () => {
    const view = presentProblems([
      { field: 'reason', sentence: 'First.' },
      { field: 'reason', sentence: 'Second.' },
      { field: null, sentence: 'Third.' },
    ]);
    expect(view?.list.map((one) => one.href)).toEqual(['#reason', '#reason', '#main']);
    expect(view?.by).toEqual({ reason: 'First.' });
  });
});
