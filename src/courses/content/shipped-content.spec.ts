import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readContentSet } from './content-set.js';
import { lintCourse } from './linter.js';

/** The courses that the product ships with, held to the rules for publishing. */
const names = (folder: string) => readdirSync(`content/${folder}`);
const files = names('courses').map((name) => ({
  name: `content/courses/${name}`,
  text: readFileSync(`content/courses/${name}`, 'utf8'),
}));
const set = readContentSet(files, new Set(names('images')));

describe('the courses that ship', () => {
  it('have nothing that must be put right before publishing', () => {
    expect(set.problems).toEqual([]);
  });

  it.each(set.courses.map((course) => [course.slug, course] as const))('%s reads well', (_, course) => {
    expect(lintCourse(course)).toEqual([]);
  });
});
