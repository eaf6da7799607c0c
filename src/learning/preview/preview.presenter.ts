import { draftPath, studioPath } from '../../courses/studio/paths.js';
import type { Draft } from '../../courses/studio/drafts/draft.js';
import { t } from '../../platform/language/t.js';
import {
  previewEndPath,
  previewLessonPath,
  type PreviewPart,
  previewPath,
  previewQuizPath,
  type PreviewScreen,
  SCREENS,
} from './paths.js';
import { hasQuestions } from './preview-quiz.js';

/** The page around a preview: which part, on which screen. */
export function presentPreview({ id, content }: Draft, part: PreviewPart, screen: PreviewScreen) {
  const course = content.title || t('Untitled course');
  const name = partName(part);
  const parts: PreviewPart[] = [
    ...content.lessons.map((_, index) => index + 1),
    ...(hasQuestions({ content }) ? (['quiz'] as const) : []),
    'end',
  ];
  const framePath = framed(id, part);
  const frame = (kind: 'phone' | 'desktop', title: string) => ({ kind, title, path: framePath });
  return {
    title: t('Preview: {course}', { course }),
    crumbs: [{ text: t('Studio'), href: studioPath() }, { text: course, href: draftPath(id) }, { text: t('Preview') }],
    heading: t('Preview'),
    parts: parts.map((each) => ({
      text: partName(each),
      path: previewPath(id, each, screen),
      current: each === part,
    })),
    screens: SCREENS.map((each) => ({
      text: screenName(each),
      path: previewPath(id, part, each),
      current: each === screen,
    })),
    frames: [
      ...(screen === 'desktop' ? [] : [frame('phone', t('{part} on a phone', { part: name }))]),
      ...(screen === 'phone' ? [] : [frame('desktop', t('{part} at a desk', { part: name }))]),
    ],
    both: screen === 'both',
    alone: { text: t('Open {part} by itself', { part: name }), path: framePath },
  };
}

/** Lessons by number, so that the list stays short. */
function partName(part: PreviewPart): string {
  if (part === 'quiz') return t('Quiz');
  return part === 'end' ? t('The end') : t('Lesson {n}', { n: String(part) });
}

function screenName(screen: PreviewScreen): string {
  const names = { both: t('Side by side'), phone: t('Phone'), desktop: t('Desktop') };
  return names[screen];
}

function framed(id: number, part: PreviewPart): string {
  if (part === 'quiz') return previewQuizPath(id, 1);
  return part === 'end' ? previewEndPath(id) : previewLessonPath(id, part);
}
