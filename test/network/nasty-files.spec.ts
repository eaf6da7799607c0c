import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aFile, importNetworkFile, importPeopleFile, PERSON_HEADER, UNIT_HEADER } from './files.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  const units = ['R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,', ''];
  await importNetworkFile(app, aFile([UNIT_HEADER, ...units].join('\n')));
});
afterAll(() => app.stop());

const BOM = '\ufeff';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const SAM = 'sam,Sam Kaur,sam@example.org,000001,staff,2026-01-01,';
const take = (content: string | Buffer) => importPeopleFile(app, aFile(content), { dryRun: true });

describe('a file as spreadsheets and other software write them', () => {
  const quoted = (line: string) =>
    line
      .split(',')
      .map((cell) => `"${cell}"`)
      .join(',');

  it.each<[string, string | Buffer]>([
    ['with a byte order mark', `${BOM}${PERSON_HEADER}\n${SAM}\n`],
    ['with its first field in quotes after the mark', `${BOM}${quoted(PERSON_HEADER)}\n${quoted(SAM)}\n`],
    [
      'with semicolons and carriage returns',
      `${PERSON_HEADER}\n${SAM}\n`.replaceAll(',', ';').replaceAll('\n', '\r\n'),
    ],
    ['without a line end', `${PERSON_HEADER}\n${SAM}`],
    ['with empty lines', `\n\n${PERSON_HEADER}\n\n${SAM}\n\n\n`],
    [
      'with its header in capitals and spaces around',
      `${PERSON_HEADER.toUpperCase().replaceAll(',', ' , ')}\n${SAM}\n`,
    ],
    ['with columns that nobody asked for', `site,${PERSON_HEADER},remark\nx,${SAM},"one, two"\n`],
    [
      'with its columns in another order',
      'to,from,role,unit_code,email,name,reference\n,2026-01-01,staff,000001,sam@example.org,Sam Kaur,sam\n',
    ],
    [
      'with spaces around its cells',
      `${PERSON_HEADER}\n sam , Sam Kaur ,sam@example.org,000001, staff ,2026-01-01, \n`,
    ],
  ])('%s is read', async (_, content) => {
    const result = await take(content);
    expect(result).toMatchObject({ read: 1, new: 1, rejected: 0, newcomers: [{ code: 'sam', name: 'Sam Kaur' }] });
  });

  it('with a line break in a cell keeps its count of lines', async () => {
    const { errors } = await take(
      `${PERSON_HEADER}\r\n${SAM}\r\npat,"Pat\r\nRue",,000001,staff,2026-01-01,\r\nlou,Lou Wade,,000001,boss,2026-01-01,\r\n`,
    );
    expect(errors).toEqual([
      { line: 3, column: 'name', reason: 'The name holds a character that cannot be printed.' },
      { line: 5, column: 'role', reason: expect.stringContaining('“boss” in role is not one of') },
    ]);
  });
});

describe('a row that cannot be taken', () => {
  it.each<[string, string, string, RegExp]>([
    ['a day that does not exist', 'a,Ann Lee,,000001,staff,2026-02-31,', 'from', /“2026-02-31” in from is not a date/],
    ['a day in another order', 'a,Ann Lee,,000001,staff,31/01/2026,', 'from', /Write it like 2026-04-01/],
    ['swapped columns', 'Ann Lee,a,2026-01-01,staff,000001,,', 'role', /“000001” in role is not one of/],
    ['a formula', 'a,"=HYPERLINK(""http://x"")",,000001,staff,2026-01-01,', 'name', /in name is a formula/],
    ['a formula for a code', 'a,Ann Lee,,=1+1,staff,2026-01-01,', 'unit_code', /“=1\+1” in unit_code is a formula/],
    ['a null byte', 'a,Ann\0Lee,,000001,staff,2026-01-01,', 'name', /cannot be stored/],
    ['too few cells', 'a,Ann Lee,,000001', '', /This row has 4 columns and the header has 7/],
    ['a code that lost its zeros', 'a,Ann Lee,,1,staff,2026-01-01,', 'unit_code', /There is no unit with the code 1\./],
    ['a name of 300 letters', `a,${'x'.repeat(300)},,000001,staff,2026-01-01,`, 'name', /longer than 200 characters/],
  ])('%s is named with its line and column', async (_, row, column, reason) => {
    const { errors, rejected, new: made } = await take(`${PERSON_HEADER}\n${SAM}\n${row}\n`);
    expect({ made, rejected }).toEqual({ made: 1, rejected: 1 });
    expect(errors).toEqual([{ line: 3, column, reason: expect.stringMatching(reason) }]);
  });

  it('twice in a file is refused the second time', async () => {
    const { errors } = await take(`${PERSON_HEADER}\n${SAM}\n${SAM}\n`);
    expect(errors).toEqual([
      {
        line: 3,
        column: 'from',
        reason: 'Another row already gives sam the role staff at 000001 on some of these days.',
      },
    ]);
  });

  it('may begin with a sign: an apostrophe before it comes off, as exports write it', async () => {
    const cells = ["'-Minus", "'+Plus", "'@Home", "''=quoted", '-Minus', "O'Neill", "'Tis"];
    const rows = cells.map((name, at) => `n${at},${name},,000001,staff,2026-01-01,`);
    const { newcomers } = await take(`${PERSON_HEADER}\n${rows.join('\n')}\n`);
    expect(newcomers.map(({ name }) => name)).toEqual([
      '-Minus',
      '+Plus',
      '@Home',
      "'=quoted",
      '-Minus',
      "O'Neill",
      "'Tis",
    ]);
  });
});

describe('a file that is none', () => {
  const latin = Buffer.from(`${PERSON_HEADER}\n${SAM}\nsi\xe2n,Si\xe2n Puw,,000001,staff,2026-01-01,\n`, 'latin1');

  it.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /This file is empty/],
    ['a mark and nothing', BOM, /This file is empty/],
    ['a header', `${PERSON_HEADER}\n`, /no rows below/],
    ['written as Windows-1252', latin, /not written in UTF-8: line 3 holds a character that cannot be read/],
    ['written as UTF-16', Buffer.from(`${BOM}${PERSON_HEADER}\n${SAM}\n`, 'utf16le'), /written in UTF-16/],
    ['written as UTF-16 from the other end', utf16be(`${BOM}${PERSON_HEADER}\n${SAM}\n`), /written in UTF-16/],
    [
      'written as UTF-16 without its mark',
      Buffer.from(`${PERSON_HEADER}\n${SAM}\n`, 'utf16le'),
      /not written in UTF-8/,
    ],
    [
      'a zip, such as a workbook',
      Buffer.from('PK\x03\x04\x14\0\x06\0\b\0', 'latin1'),
      /zip file or a workbook, not CSV/,
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /old workbook, not CSV/],
    ['compressed', gzipSync(`${PERSON_HEADER}\n${SAM}\n`), /compressed file/],
    ['with a column twice', `name,${PERSON_HEADER}\nx,${SAM}\n`, /there twice/],
    ['one line of ten megabytes', Buffer.alloc(10_000_000, 'x'), /first line of this file is far too long/],
    ['a second line of ten megabytes', `${PERSON_HEADER}\n${'x'.repeat(10_000_000)}`, /Line 2 is longer than any row/],
    ['a quote that never closes', `${PERSON_HEADER}\n"sam,Sam`, /opened and never closed/],
    [
      'a quote in the middle of a cell',
      `${PERSON_HEADER}\nsam,Sam "S" Kaur,,000001,staff,2026-01-01,\n`,
      /Line 2 has a quotation mark/,
    ],
    ['the other file', `${UNIT_HEADER}\n`, /columns reference, name, email, role are missing/],
    ['separated by tabs', `${PERSON_HEADER.replaceAll(',', '\t')}\n`, /Separate the columns with , or ;/],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    await expect(take(content)).rejects.toMatchObject({ sentence: expect.stringMatching(sentence) });
  });

  it('names the line of a bad letter also far down, and where a letter lies across two pieces', async () => {
    const good = Array.from({ length: 6_000 }, (_, at) => `p${at},Siân Ŵyn ${at},,000001,staff,2026-01-01,`).join('\n');
    const content = Buffer.concat([Buffer.from(`${PERSON_HEADER}\n${good}\n`), Buffer.from('x,Si\xe2n,,\n', 'latin1')]);
    await expect(take(content)).rejects.toThrow('line 6002 holds');
  });
});

describe('the units file', () => {
  const UNIT = 'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,';
  const look = (content: string | Buffer) => importNetworkFile(app, aFile(content), { dryRun: true });

  it.each<[string, string]>([
    ['with a byte order mark', `${BOM}${UNIT_HEADER}\n${UNIT}\n`],
    ['with semicolons and carriage returns', `${UNIT_HEADER}\n${UNIT}\n`.replaceAll(',', ';').replaceAll('\n', '\r\n')],
    ['with columns that nobody asked for', `x,${UNIT_HEADER}\n"a, ""b""",${UNIT}\n`],
  ])('%s is read', async (_, content) => {
    expect(await look(content)).toMatchObject({ read: 1, new: 1, rejected: 0 });
  });

  it.each<[string, string, string, RegExp]>([
    ['a formula', UNIT.replace('Millbridge', '=A1'), 'unit_name', /is a formula/],
    ['a null byte', UNIT.replace('Millbridge', 'Mill\0bridge'), 'unit_name', /cannot be stored/],
    ['a line break in a name', UNIT.replace('Millbridge', '"Mill\nbridge"'), 'unit_name', /cannot be printed/],
    ['a code that lost its zeros', UNIT.replace('000002', '2'), 'unit_code', /Did you mean 000002\?/],
  ])('with %s names its line and column', async (_, row, column, reason) => {
    const { errors } = await look(`${UNIT_HEADER}\n${row}\n`);
    expect(errors).toEqual([{ line: 2, column, reason: expect.stringMatching(reason) }]);
  });

  it.each<[string, string | Buffer, RegExp]>([
    [
      'written as Windows-1252',
      Buffer.from(`${UNIT_HEADER}\n${UNIT.replace('Mill', 'Mêl')}\n`, 'latin1'),
      /line 2 holds/,
    ],
    ['written as UTF-16', Buffer.from(`${BOM}${UNIT_HEADER}\n${UNIT}\n`, 'utf16le'), /written in UTF-16/],
    ['that is a workbook', Buffer.from('PK\x03\x04', 'latin1'), /workbook, not CSV/],
    ['with a column twice', `${UNIT_HEADER},kind\n${UNIT},\n`, /there twice/],
    ['of one line of ten megabytes', Buffer.alloc(10_000_000, 'x'), /far too long/],
  ])('%s is refused in a sentence', async (_, content, sentence) => {
    await expect(look(content)).rejects.toMatchObject({ sentence: expect.stringMatching(sentence) });
  });
});

it('a file of two gigabytes is refused before any of it is sent', async () => {
  await importPeopleFile(app, aFile(`${PERSON_HEADER}\nros,Ros Aldous,,000001,administrator,2020-01-01,\n`));
  const ros = await app.signInAs((await app.db.one<{ id: number }>(`select id from person where reference = 'ros'`))!);
  const cookie = [...ros.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 2 ** 31 };
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${app.url}/admin/imports`, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.flushHeaders();
  });
  expect(status).toBe(413);
});
