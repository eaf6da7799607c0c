import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { type FileImport } from '../../platform/files/file-imports.queries.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import type { Problem } from '../../platform/files/rejects-head.js';
import { t } from '../../platform/language/t.js';
import type { UploadedFile } from '../../platform/web/upload-file.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { parseMapping } from '../imports/mapping.js';
import type { ImportResult } from '../imports/tally.js';
import { type Choices, mappingOf } from '../sources/mapping-choices.js';
import { Samples } from '../sources/samples.service.js';
import { SourcesQueries } from '../sources/sources.queries.js';
import { type Encoding } from '../sources/text-encoding.js';

export const RESPONSES = 'responses';
export const LOOK_JOB = 'feedback.lookAtFile';
export const TAKE_JOB = 'feedback.takeFileOver';

/** What the dry run of a survey file found. */
export interface SurveyTrial extends ImportResult {
  encoding: Encoding;
  problems: Problem[];
  /** Texts at fault with the column they stand in, most frequent first: the mapping may be told what they mean. */
  unknown?: UnknownText[];
}

export interface UnknownText {
  column: string;
  text: string;
  times: number;
}

/** What became of it; `importId` is its line in the history. */
export interface SurveyResult extends ImportResult {
  importId: number;
}

export type SurveyUpload = FileImport<SurveyTrial, SurveyResult>;

export interface SurveyOptions {
  /** Of a source that exists. */
  sourceId?: number;
  /** Of one that begins with this file. */
  sourceName?: string;
  mappingId?: number;
  choices?: Choices;
  takenBy?: number;
}

/** A file as it came with a form. */
export interface Sent {
  file: UploadedFile;
  formToken: string;
  actorId: number;
}

/** Survey files by upload: for a source that is known, or as the first of a new one. */
@Injectable()
export class SurveyUploads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly files: FileImports,
    private readonly imports: ImportsQueries,
    private readonly sources: SourcesQueries,
    private readonly samples: Samples,
  ) {}

  /** @throws RuleBroken when there is a source of that name. */
  async begin(name: string, upload: Sent): Promise<number> {
    if (await this.sources.named(name, this.clock.now()))
      throw new RuleBroken(t('There is a source called {name} already. Import the file for it.', { name }), 'name');
    return this.receive({ sourceName: name }, upload, null);
  }

  /** @param map whether the mapping is to be looked at before the file */
  async add(sourceId: number, upload: Sent, map: boolean): Promise<number> {
    const source = await this.sources.one(sourceId, this.clock.now());
    if (!source) throw new RuleBroken(t('Choose a source.'), 'source');
    const { mappingId } = source;
    return mappingId === null || map
      ? this.receive({ sourceId }, upload, null)
      : this.receive({ sourceId, mappingId }, upload, LOOK_JOB);
  }

  /** Keeps what was chosen on the mapping form until it is saved. */
  async choose(id: number, choices: Choices): Promise<void> {
    await this.files.setOptions(id, { choices });
  }

  /**
   * Saves the mapping as the source's newest version, the source as well when it is new, and looks at the file by it.
   * @throws RuleBroken when the mapping cannot be used, or the source's name was taken meanwhile.
   */
  async saveMapping(upload: SurveyUpload, choices: Choices, actorId: number): Promise<void> {
    const mapping = mappingOf(choices);
    parseMapping(mapping);
    const { sourceId, mappingId } = await this.db.write((tx) => this.store(tx, upload, mapping, actorId));
    await this.files.begin(upload.id, 'looking', LOOK_JOB, { sourceId, mappingId, choices });
  }

  private async store(tx: Tx, { id, options }: SurveyUpload, mapping: object, actorId: number) {
    const { sourceId: known, sourceName = '' } = options as SurveyOptions;
    const sourceId = known ?? (await this.imports.sourceNamed(tx, sourceName));
    const mappingId = await this.imports.mappingVersion(tx, sourceId, mapping);
    await tx.audit({
      actorId,
      action: 'feedback.saveMapping',
      subjectKind: 'surveySource',
      subjectId: sourceId,
      detail: { mappingId, fileImportId: id },
    });
    return { sourceId, mappingId };
  }

  /** What is no survey file at all is refused before anything is made of it. */
  private async receive(
    options: SurveyOptions,
    { file, formToken, actorId }: Sent,
    lookJob: string | null,
  ): Promise<number> {
    await this.samples.read(file.path);
    return this.files.receive({ kind: RESPONSES, file, formToken, options, actorId, lookJob });
  }
}
