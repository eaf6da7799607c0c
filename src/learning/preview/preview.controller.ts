import { Controller, Get, Param, Query } from '@nestjs/common';
import { DraftsService } from '../../courses/studio/drafts/drafts.service.js';
import { draftId } from '../../courses/studio/draft-pages.service.js';
import type { Draft } from '../../courses/studio/drafts/draft.js';
import { studioPermissions } from '../../courses/studio/studio.policy.js';
import type { Actor } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { page, type Reply } from '../../platform/web/reply.js';
import { previewLessonPath, type PreviewPart, SCREENS } from './paths.js';
import { hasQuestions } from './preview-quiz.js';
import { presentPreview } from './preview.presenter.js';

/** `/studio/courses/:id/preview`: a draft as its learners will see it, on a phone and at a desk. */
@Controller('studio/courses/:id/preview')
export class PreviewController {
  constructor(private readonly drafts: DraftsService) {}

  @Get()
  @Can(studioPermissions.read)
  async show(
    @By() actor: Actor,
    @Param('id') id: string,
    @Query('part') part: unknown,
    @Query('screen') screen: unknown,
  ): Promise<Reply> {
    const draft = await this.drafts.open(draftId(id), actor);
    const chosen = SCREENS.find((each) => each === screen) ?? 'both';
    return page('studio/preview', presentPreview(draft, partIn(part, draft), chosen), {
      bench: true,
      frames: 'around',
    });
  }

  /** Where a learner would find what comes next and their result. */
  @Get('end')
  @Can(studioPermissions.read)
  async end(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const draft = await this.drafts.open(draftId(id), actor);
    const model = {
      title: t('The end of the preview'),
      player: {
        leavePath: previewLessonPath(draft.id, 1),
        leaveLabel: t('Back to the beginning'),
        name: draft.content.title || t('Untitled course'),
        steps: null,
      },
      again: previewLessonPath(draft.id, 1),
    };
    return page('studio/preview-end', model, { layout: 'player', frames: 'inside' });
  }
}

/** What does not exist in this draft is its first lesson, or its end when it has none. */
function partIn(text: unknown, { content }: Draft): PreviewPart {
  if (text === 'quiz' && hasQuestions({ content })) return 'quiz';
  const position = typeof text === 'string' ? Number(/^lesson-([1-9]\d{0,2})$/.exec(text)?.[1] ?? 1) : 1;
  if (text === 'end' || content.lessons.length === 0) return 'end';
  return position <= content.lessons.length ? position : 1;
}
