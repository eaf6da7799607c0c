import type { CourseContent, LessonContent } from './content.js';
import { contentHash } from '../content-hash.js';

/**
 * A picture's lasting name: its own, with eight figures of its content, so a changed picture is another picture. One that
 * was exported under its lasting name keeps it.
 */
export function imageName(name: string, bytes: Uint8Array): string {
  const dot = name.lastIndexOf('.');
  const mark = `-${contentHash(Buffer.from(bytes).toString('base64')).slice(0, 8)}`;
  return name.slice(0, dot).endsWith(mark) ? name : `${name.slice(0, dot)}${mark}${name.slice(dot)}`;
}

/** The same course, showing its pictures by their lasting names. A changed picture therefore makes a new version. */
export function withLastingImages(course: CourseContent, names: ReadonlyMap<string, string>): CourseContent {
  const lasting = (lesson: LessonContent): LessonContent => ({
    ...lesson,
    blocks: lesson.blocks.map((block) =>
      block.kind === 'image' ? { ...block, src: names.get(block.src) ?? block.src } : block,
    ),
  });
  return { ...course, lessons: course.lessons.map(lasting) };
}

const MEDIA_TYPES: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
};

export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
