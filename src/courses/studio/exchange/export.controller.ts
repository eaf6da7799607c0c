import { Controller, Get, Param } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { NotFound } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { Download, page, type Reply } from '../../../platform/web/reply.js';
import { isSlug } from '../../../platform/slug.js';
import { draftId } from '../draft-pages.service.js';
import { type DraftContent, draftOf } from '../drafts/draft-content.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { PublishedContentQueries } from '../drafts/published-content.queries.js';
import { draftPath } from '../paths.js';
import { versionsPath } from '../publishing/paths.js';
import { courseName } from '../studio-bar.presenter.js';
import { studioPermissions } from '../studio.policy.js';
import { courseYaml } from './course-yaml.js';
import { fileName, presentExport } from './export.presenter.js';
import { draftFilePath, versionFilePath } from './paths.js';

interface VersionParams {
  slug: string;
  number: string;
}

/** Courses as files of content/courses: a draft as it stands, or any version that was published. */
@Controller('studio')
export class ExportController {
  constructor(
    private readonly drafts: DraftsService,
    private readonly published: PublishedContentQueries,
  ) {}

  @Get('courses/:id/export')
  @Can(studioPermissions.read)
  async draft(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    const draft = await this.drafts.open(draftId(id), actor);
    const back = { text: courseName(draft), href: draftPath(draft.id) };
    const filePath = draftFilePath(draft.id);
    return page('studio/publish-export', presentExport({ content: draft.content, what: t('Draft'), filePath, back }), {
      bench: true,
    });
  }

  @Get('courses/:id/export/file')
  @Can(studioPermissions.read)
  async draftFile(@By() actor: Actor, @Param('id') id: string): Promise<Reply> {
    return asFile((await this.drafts.open(draftId(id), actor)).content);
  }

  @Get('published/:slug/versions/:number/export')
  @Can(studioPermissions.read)
  async version(@Param() params: VersionParams): Promise<Reply> {
    const content = await this.contentOf(params);
    const back = { text: content.title, href: versionsPath(content.slug) };
    const what = t('Version {n}', { n: params.number });
    const filePath = versionFilePath(content.slug, Number(params.number));
    return page('studio/publish-export', presentExport({ content, what, filePath, back }), { bench: true });
  }

  @Get('published/:slug/versions/:number/export/file')
  @Can(studioPermissions.read)
  async versionFile(@Param() params: VersionParams): Promise<Reply> {
    return asFile(await this.contentOf(params));
  }

  private async contentOf({ slug, number }: VersionParams): Promise<DraftContent> {
    const known = isSlug(slug) && /^[1-9]\d{0,5}$/.test(number);
    const version = known ? await this.published.version(slug, Number(number)) : null;
    if (version === null) throw new NotFound(t('There is no such version of this course.'));
    return draftOf(version.content);
  }
}

function asFile(content: DraftContent): Download {
  return new Download(fileName(content), 'application/yaml; charset=utf-8', courseYaml(content));
}
