import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { isSlug, slugOf } from '../../../platform/slug.js';
import { CoursesQueries } from '../../courses.queries.js';
import { NewDrafts, type StartFrom } from '../drafts/new-drafts.service.js';
import { draftPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { NewCourseForm } from './new-course.forms.js';
import { presentNewCourse } from './new-course.presenter.js';

/** Short enough to be read out, with room for a number behind it. */
const LONGEST_ADDRESS = 60;

/** How drafts begin: a new course, or the next version of one. */
@Controller('studio')
export class NewCourseController {
  constructor(
    private readonly newDrafts: NewDrafts,
    private readonly courses: CoursesQueries,
  ) {}

  /** `?copy=SLUG` opens with that course chosen. */
  @Get('courses/new')
  @Can(studioPermissions.write)
  show(@Query('copy') copy: unknown): Promise<Reply> {
    const form = new NewCourseForm();
    form.formToken = randomUUID();
    if (typeof copy === 'string' && isSlug(copy)) Object.assign(form, { start: 'copy', copyOf: copy });
    return this.formPage(form, []);
  }

  @Post('courses')
  @Can(studioPermissions.write)
  create(@By() actor: Actor, @Body() body: unknown): Promise<Reply> {
    return readForm(NewCourseForm, body).submit(
      async (form) => {
        const course = { title: form.title, slug: form.slug || slugFrom(form.title), language: form.language };
        const id = await this.newDrafts.create(actor, course, await this.startFrom(form), form.formToken);
        return seeOther(draftPath(id));
      },
      (problems, form) => this.formPage(form, problems),
    );
  }

  @Post('published/:slug/drafts')
  @Can(studioPermissions.write)
  async nextVersion(@By() actor: Actor, @Param('slug') slug: string): Promise<Reply> {
    if (!isSlug(slug)) throw new NotFound();
    return seeOther(draftPath(await this.newDrafts.nextVersion(actor, slug)));
  }

  private async startFrom({ start, copyOf }: NewCourseForm): Promise<StartFrom> {
    if (start === 'nothing') return { nothing: true };
    if (start === 'themeDay') return { themeDay: true };
    const isThere = copyOf !== '' && (await this.courses.bySlug(copyOf))?.publishedId != null;
    if (!isThere) throw new RuleBroken(t('Choose the course to copy.'), 'copyOf');
    return { copyOf };
  }

  private async formPage(form: NewCourseForm, problems: Problem[]): Promise<Reply> {
    const model = presentNewCourse(form, await this.courses.published(), problems);
    return page('studio/new-course', model, { status: problems.length > 0 ? 422 : 200, bench: true });
  }
}

function slugFrom(title: string): string {
  const slug = slugOf(title, LONGEST_ADDRESS);
  if (slug === '') throw new RuleBroken(t('Write an address for the course: its title gives none.'), 'slug');
  return slug;
}
