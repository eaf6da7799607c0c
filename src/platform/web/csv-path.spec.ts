import { expect, it } from '@jest/globals';
import { csvPath } from './csv-path.js';

it.each([
  ['/areas/A1', '/areas/A1.csv'],
  ['/areas/A1?show=az&page=2', '/areas/A1.csv?show=az&page=2'],
  ['/help?find=a?b', '/help.csv?find=a?b'],
])('the file beside %s is %s', (page, file) => expect(csvPath(page)).toBe(file));
