import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { t } from '../../../platform/language/t.js';
import { Can } from '../../../platform/permissions.js';
import { By } from '../../../platform/web/by.js';
import { type Problem, readForm } from '../../../platform/web/form.js';
import { page, type Reply, seeOther } from '../../../platform/web/reply.js';
import { Upload, Uploaded } from '../../../platform/web/upload.js';
import type { ReceivedUpload } from '../../../platform/web/upload-file.js';
import { draftPath } from '../paths.js';
import { studioPermissions } from '../studio.policy.js';
import { ImportForm, LONGEST_TEXT } from './import.forms.js';
import { presentImport } from './import.presenter.js';
import { CourseImport } from './import.service.js';
import { readImport } from './read-import.js';

const COURSE_FILE = { field: 'file', limit: 300 * 1024, keep: 'memory' } as const;

/** `/studio/imports`: a course file, sent or pasted, becomes a draft; or every line that has to be put right. */
@Controller('studio/imports')
export class ImportController {
  constructor(private readonly imports: CourseImport) {}

  @Get()
  @Can(studioPermissions.write)
  show(): Reply {
    return importPage({ problems: [], lines: [], text: '', exists: 'goOn' });
  }

  @Post()
  @Can(studioPermissions.write)
  @Upload(COURSE_FILE)
  take(@By() actor: Actor, @Body() body: unknown, @Uploaded() upload: ReceivedUpload): Promise<Reply> {
    const sent = upload.file?.content.toString('utf8') ?? '';
    return readForm(ImportForm, body).submit(
      async ({ formToken, text, exists }) => {
        const { course, lines } = readImport(upload.file?.name ?? null, sent || text);
        if (course === null) return importPage({ problems: SEE_BELOW(), lines, text: sent || text, exists });
        const { draftId, flash } = await this.imports.keep(actor, course, { exists, formToken });
        return seeOther(draftPath(draftId), { flash });
      },
      (problems, { text, exists }) => importPage({ problems, lines: [], text: sent || text, exists }),
    );
  }
}

const SEE_BELOW = (): Problem[] => [
  { field: 'lines', sentence: t('The course can’t be read yet. What to put right is listed below.') },
];

/** What was sent as a file comes back in the text field, to be put right in place. */
function importPage(state: {
  problems: Problem[];
  lines: string[];
  text: string;
  exists: ImportForm['exists'];
}): Reply {
  const status = state.problems.length > 0 ? 422 : 200;
  const text = state.text.length <= LONGEST_TEXT ? state.text : '';
  return page('studio/import', presentImport({ ...state, text, formToken: randomUUID() }), { status, bench: true });
}
