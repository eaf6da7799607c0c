import { expect, it } from '@jest/globals';
import { csvOfTable } from './csv-table.js';

it('a printed table becomes a file with the same rows, its figures as numbers', async () => {
  const table = {
    head: [{ text: 'Area' }, { text: 'Lessons', numeric: true }, { text: 'Colleagues', numeric: true }],
    rows: [
      { cells: [{ text: '2,400' }, { text: '2,400', numeric: true }, { text: '3 of 13', numeric: true }] },
      { cells: [{ text: 'Moors' }, { text: '–', numeric: true }, { text: '−4.2', numeric: true }] },
    ],
  };
  let text = '';
  for await (const chunk of csvOfTable('week.csv', table).chunks()) text += chunk;
  expect(text).toBe('\uFEFFArea,Lessons,Colleagues\r\n"2,400",2400,3 of 13\r\nMoors,,-4.2\r\n');
});
