import { describe, expect, it } from '@jest/globals';
import { Chunk, namer, twice } from './chunk.js';
import { chunksOf } from './chunks-of.js';
import { OneAhead } from './one-ahead.js';
import { RecordBlock } from './record-block.js';
import { remembered } from './remembered.js';
import { TimeSpent } from './time-spent.js';

const FORMAT = { delimiter: ',', recordEnd: '\n' } as const;
const blockOf = (lines: readonly string[], line = 1) => new RecordBlock(Buffer.from(lines.join('\n')), line, FORMAT);

/** Lines of an id, a unit and an emotion; a unit of 0 is refused. */
const how = {
  responseId: 'id' as string | null,
  name: (identity: string) => identity,
  map: ([id = '', unit = '', emotion]: readonly string[]) =>
    unit === '0'
      ? { reject: { column: 'unit', reason: 'No such unit.' } }
      : {
          row: {
            ...{ unitId: Number(unit), answeredAt: new Date(0), comment: null, mayContact: null, identity: id },
            answers: emotion === undefined ? {} : { emotion: Number(emotion) },
          },
        },
};

function chunkOf(lines: readonly string[], changes: Partial<typeof how> = {}, skipped = 0): Chunk {
  const chunk = new Chunk({ ...how, ...changes });
  const block = blockOf(lines);
  chunk.add(block, block.cells(), skipped);
  return chunk;
}

const stagedIn = (chunk: Chunk) =>
  Buffer.concat(chunk.lines)
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t').slice(0, 3).join(' '));

describe('a chunk of a file', () => {
  it('holds what can land as lines to stage, and says what was left out and why', () => {
    const chunk = chunkOf(['r1,7,2', 'r2,0', 'r3,8']);
    expect(stagedIn(chunk)).toEqual(['0 r1 7', '1 r3 8']);
    expect(chunk.leftOut).toEqual([{ at: 1, column: 'unit', reason: 'No such unit.' }]);
    expect([...chunk.records(chunk.leftOut)]).toEqual([{ line: 2, cells: ['r2', '0'] }]);
    expect([chunk.read, chunk.recordOf(1)]).toEqual([3, 2]);
  });

  it('takes the first of two lines with one response id', () => {
    const chunk = chunkOf(['r1,7', 'r1,8', 'r2,0', 'r1,9']);
    expect(stagedIn(chunk)).toEqual(['0 r1 7']);
    expect(chunk.leftOut.map(({ at, column }) => [at, column])).toEqual([
      [1, 'id'],
      [2, 'unit'],
      [3, 'id'],
    ]);
    expect(chunk.leftOut[0]?.reason).toBe(twice('id', 'r1').reason);
  });

  it('keeps equal lines of a file without ids', () =>
    expect(stagedIn(chunkOf(['x,7', 'x,7'], { responseId: null }))).toEqual(['0 x 7', '1 x 7']));

  it('counts what lands, except for what turns out to have come earlier', () => {
    const chunk = chunkOf(['r1,7,2', 'r2,7', 'r3,7,-1']);
    expect([...chunk.counted(new Set([2]))].map(({ answers }) => answers)).toEqual([{ emotion: 2 }, {}]);
  });

  it('finds records in any of its blocks, with the lines of the file', () => {
    const chunk = new Chunk(how);
    const blocks = [blockOf(['h,u', 'r1,7', 'r2,0', '']), blockOf(['', 'r3,0', 'r4,0'], 4)];
    blocks.forEach((block, i) => chunk.add(block, block.cells(), i === 0 ? 1 : 0));
    expect([...chunk.records([{ at: 1 }, { at: 3 }])].map(({ line }) => line)).toEqual([3, 6]);
  });
});

describe('the chunks of a file', () => {
  async function* blocks(count: number, each: number) {
    for (let i = 0; i < count; i += 1) {
      const lines = Array.from({ length: each }, (_, j) => `r${i * each + j},7`);
      yield await Promise.resolve(blockOf([...lines, '']));
    }
  }
  const sizes = async (count: number, skip = 0) => {
    const found: number[] = [];
    for await (const { read } of chunksOf(blocks(count, 1_000), how, skip, new TimeSpent())) found.push(read);
    return found;
  };

  it('begin small and double', async () => expect(await sizes(40)).toEqual([5_000, 10_000, 20_000, 5_000]));
  it('go on after what has landed', async () => expect(await sizes(7, 1_500)).toEqual([5_500]));
  it('are none of an empty file', async () => expect(await sizes(0)).toEqual([]));
});

describe('one ahead', () => {
  async function* numbers(told: string[]) {
    try {
      for (let n = 1; n <= 3; n += 1) {
        told.push(`made ${n}`);
        yield await Promise.resolve(n);
      }
      throw new Error('The file is gone.');
    } finally {
      told.push('closed');
    }
  }

  it('makes the next while the last is worked on, once', async () => {
    const told: string[] = [];
    const ahead = new OneAhead(numbers(told));
    expect(await ahead.next()).toBe(1);
    ahead.begin();
    ahead.begin();
    expect(told).toEqual(['made 1', 'made 2']);
    expect([await ahead.next(), await ahead.next()]).toEqual([2, 3]);
    ahead.begin();
    await expect(ahead.next()).rejects.toThrow('The file is gone.');
    expect(told.at(-1)).toBe('closed');
  });

  it('leaves nothing open when somebody stops in between', async () => {
    const told: string[] = [];
    const ahead = new OneAhead(numbers(told));
    await ahead.next();
    ahead.begin();
    await ahead.stop();
    expect(told).toEqual(['made 1', 'made 2', 'closed']);
  });
});

describe('small things', () => {
  it('a remembered answer is worked out once, until too many are known', () => {
    const asked: string[] = [];
    const length = remembered((text) => (asked.push(text), text.length), 2);
    expect(['a', 'bb', 'a', 'ccc', 'a'].map(length)).toEqual([1, 2, 1, 3, 1]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
  });

  it('responses without an id are named by a keyed hash', () => {
    const [one, other] = [namer(null, Buffer.from('one')), namer(null, Buffer.from('other'))];
    expect(one('x')).toBe(one('x'));
    expect(new Set([one('x'), one('y'), other('x'), namer('id', Buffer.from('one'))('x')]).size).toBe(4);
  });

  it('time is counted by step, also when the work fails', async () => {
    let now = 0;
    const spent = new TimeSpent(() => now);
    spent.during('reading', () => (now += 2));
    await expect(spent.on('storing', () => ((now += 3), Promise.reject(new Error('Full.'))))).rejects.toThrow('Full.');
    expect(spent.milliseconds).toMatchObject({ reading: 2, storing: 3, mapping: 0 });
  });
});
