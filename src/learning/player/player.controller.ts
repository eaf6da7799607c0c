import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { coursePath } from '../../courses/paths.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { msg, t } from '../../platform/language/t.js';
import { NotFound } from '../../platform/errors.js';
import { Can } from '../../platform/permissions.js';
import { By } from '../../platform/web/by.js';
import { type Problem, readForm } from '../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../platform/web/reply.js';
import { AnswerForm, PlayerForm, TurnForm } from './learning.forms.js';
import { learningPermissions } from '../learning.policy.js';
import { LearningService, type OnPage } from './learning.service.js';
import { presentLesson } from './lesson.presenter.js';
import { finishedPath, lessonPath } from '../paths.js';
import { Places } from '../places/places.service.js';
import { PlacesQueries } from '../places/places.queries.js';
import { QuizStart } from '../quiz/quiz-start.service.js';
import { nowId } from './scenario.presenter.js';

interface Refused {
  key: string | null;
  problems: Problem[];
}

const MOVED = msg('This course has a new version. You go on in it: what had not changed stays read.');

const NOTHING_REFUSED: Refused = { key: null, problems: [] };

/** The player: one lesson a page. Every choice is a form post that stores it and comes back to the same spot. */
@Controller('courses/:slug/lessons/:position')
export class PlayerController {
  constructor(
    private readonly places: Places,
    private readonly mine: PlacesQueries,
    private readonly courses: CoursesQueries,
    private readonly learning: LearningService,
    private readonly quiz: QuizStart,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Can(learningPermissions.learn)
  show(@By() actor: Actor, @Param() { slug, position }: LessonParams): Promise<Reply> {
    return this.lesson(actor, slug, positionIn(position), NOTHING_REFUSED);
  }

  @Post('reads')
  @Can(learningPermissions.learn)
  read(@By() actor: Actor, @Param() params: LessonParams, @Body() body: unknown): Promise<Reply> {
    const { slug, position } = readParams(params);
    return readForm(PlayerForm, body).submit(
      async (form) => {
        const { onward, moved } = await this.learning.readLesson({ actor, slug, position, versionId: form.version });
        const flash = moved ? { flash: t(MOVED) } : {};
        if (onward.to === 'lesson') return seeOther(lessonPath(slug, onward.position), flash);
        return seeOther(onward.to === 'quiz' ? await this.quiz.path(actor, slug) : finishedPath(slug), flash);
      },
      (problems) => this.lesson(actor, slug, position, { key: null, problems }),
    );
  }

  @Post('blocks/:key/turns')
  @Can(learningPermissions.learn)
  say(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    return this.inBlock(actor, params, body, TurnForm, async (from, { shown, node, choice }) => {
      await this.learning.sayInScenario(from, params.key, shown, { node, choice });
      return nowId(params.key);
    });
  }

  @Post('blocks/:key/answers')
  @Can(learningPermissions.learn)
  answer(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    return this.inBlock(actor, params, body, AnswerForm, async (from, { answer }) => {
      await this.learning.answerCheck(from, params.key, answer);
      return params.key;
    });
  }

  @Post('blocks/:key/restarts')
  @Can(learningPermissions.learn)
  startAgain(@By() actor: Actor, @Param() params: BlockParams, @Body() body: unknown): Promise<Reply> {
    return this.inBlock(actor, params, body, PlayerForm, async (from) => {
      await this.learning.startBlockAgain(from, params.key);
      return params.key;
    });
  }

  private inBlock<F extends PlayerForm>(
    actor: Actor,
    params: BlockParams,
    body: unknown,
    type: new () => F,
    work: (from: OnPage, form: F) => Promise<string>,
  ): Promise<Reply> {
    const { slug, position } = readParams(params);
    return readForm(type, body).submit(
      async (form) => {
        const spot = await work({ actor, slug, position, versionId: form.version }, form);
        return seeOther(lessonPath(slug, position, spot));
      },
      (problems) => this.lesson(actor, slug, position, { key: params.key, problems }),
    );
  }

  private async lesson(actor: Actor, slug: string, position: number, refused: Refused): Promise<Reply> {
    const place = await this.places.of(actor, slug);
    if (place.closed) return seeOther(coursePath(slug));
    const lesson = place.version.lessons.find((candidate) => candidate.position === position);
    if (lesson === undefined)
      throw new NotFound(t('This course doesn’t have that lesson. Open the course to see what is in it.'));
    const [blocks, answers] = await Promise.all([
      this.courses.blocks(lesson.id),
      this.mine.answers(actor.personId, lesson.id, this.clock.now()),
    ]);
    const status = refused.problems.length > 0 ? 422 : 200;
    return page('learning/lesson', presentLesson({ place, lesson, blocks, answers, refused }), {
      layout: 'player',
      status,
    });
  }
}

interface LessonParams {
  slug: string;
  position: string;
}

interface BlockParams extends LessonParams {
  key: string;
}

function readParams({ slug, position }: LessonParams): { slug: string; position: number } {
  return { slug, position: positionIn(position) };
}

function positionIn(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text))
    throw new NotFound(t('This course doesn’t have that lesson. Open the course to see what is in it.'));
  return Number(text);
}
