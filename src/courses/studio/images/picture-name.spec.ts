import { describe, expect, it } from '@jest/globals';
import { isDrawing, isPictureFormat, pictureName } from './picture-name.js';

describe('the name of a picture', () => {
  it.each([
    ['Counter, Monday.JPG', 'jpeg', 'counter-monday.jpg'],
    ['Sŵn y môr.png', 'png', 'swn-y-mor.png'],
    ['photo', 'webp', 'photo.webp'],
    ['.png', 'png', 'picture.png'],
    ['日本.png', 'png', 'picture.png'],
    [`${'a'.repeat(200)}.png`, 'png', `${'a'.repeat(50)}.png`],
  ] as const)('made of %s as %s is %s', (file, format, name) => {
    expect(pictureName(file, format)).toBe(name);
  });
});

describe('a file', () => {
  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg">', true],
    ['<?xml version="1.0"?>\n<!-- drawn -->\n<SVG width="3">', true],
    ['\u0089PNG\r\n\u001a\n', false],
    ['a text about svg', false],
  ])('%j is a drawing: %j', (text, drawing) => {
    expect(isDrawing(Buffer.from(text))).toBe(drawing);
  });

  it.each([
    ['png', true],
    ['jpeg', true],
    ['webp', true],
    ['gif', false],
    ['toString', false],
    [undefined, false],
  ])('in the format %s is taken: %j', (format, taken) => {
    expect(isPictureFormat(format)).toBe(taken);
  });
});
