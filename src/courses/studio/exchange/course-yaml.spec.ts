import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCourse } from '../../../../test/factories/any-course.js';
import { type CourseContent, readCourseFile } from '../../content/content.js';
import { draftOf } from '../drafts/draft-content.js';
import { courseYaml } from './course-yaml.js';

const write = (course: CourseContent) => courseYaml(draftOf(course));
const read = (text: string, slug: string) => readCourseFile({ name: `content/courses/${slug}.yaml`, text });

const shipped = readdirSync('content/courses').map((name) => {
  const file = { name: `content/courses/${name}`, text: readFileSync(`content/courses/${name}`, 'utf8') };
  return [name, readCourseFile(file).value!] as const;
});

describe('a course written as a file', () => {
  it.each(shipped)('%s reads back as it was', (_, course) => {
    expect(read(write(course), course.slug)).toEqual({ value: course, problems: [] });
  });

  it('reads back as it was, whatever its words', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        expect(read(write(course), course.slug)).toEqual({ value: course, problems: [] });
      }),
    );
  });

  it('is written in the order in which people read it, with plain numbers for plain fractions', () => {
    const text = write(shipped[0]![1]);
    expect(text).toMatch(/^slug: a-proper-hello\nkind: themeDay\ntitle: A proper hello\nsummary: /);
    expect(text).toMatch(/- kind: scenario\n\s+key: busy-hands/);
    expect(text).toContain('fraction: -0.5');
    expect(text).toContain('- key: a-proper-hello-1\n      kind: singleChoice\n      text: ');
  });

  it('says where it comes from in one line', () => {
    const text = courseYaml(draftOf(shipped[0]![1]), 'Version 3,\nexported: by Grace');
    expect(text).toMatch(/^# Version 3, exported: by Grace\nslug: /);
    expect(read(text, 'a-proper-hello').problems).toEqual([]);
  });

  it('is written unfinished as well, and reading it names what is missing with its line', () => {
    const text = courseYaml({ ...draftOf(shipped[0]![1]), primaryDriver: null, minutes: null, title: '' });
    expect(read(text, 'a-proper-hello').problems).toEqual([
      'content/courses/a-proper-hello.yaml, line 3: Write the title in “title”.',
      expect.stringContaining('line 5: Set “primaryDriver” to one of'),
      expect.stringContaining('Give “minutes” as a whole number from 1 to 240.'),
    ]);
  });
});
