import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { t } from '../../platform/language/t.js';
import { headingProblem } from '../imports/heading.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { headingFor } from '../imports/layout.js';
import { rowMapper } from '../imports/mapped-row.js';
import { columnsOf, parseMapping } from '../imports/mapping.js';
import { withoutTests } from '../imports/survey-tests.js';
import { type KnownUnit, unitFinder } from '../imports/unit-finder.js';
import type { SurveyOptions, SurveyUpload } from '../uploads/survey-uploads.service.js';
import { guessMapping } from './guess-mapping.js';
import { type Choices, choicesOf, mappingOf, noChoices } from './mapping-choices.js';
import { upToDate } from './posted-choices.js';
import { type Preview, previewOf } from './preview.js';
import { type Sample, Samples } from './samples.service.js';
import { SourcesQueries, type SourceRow } from './sources.queries.js';

/** A mapping in the making, beside the file that it is made for. */
export interface MappingDraft {
  upload: SurveyUpload;
  source: SourceRow | null;
  sample: Sample;
  units: KnownUnit[];
  choices: Choices;
  /** Null while the choices make no mapping; `problem` says why. */
  preview: Preview | null;
  problem: string | null;
}

/** Reads the file of a mapping form again at each look: what is shown is always what would be stored now. */
@Injectable()
export class MappingDrafts {
  constructor(
    private readonly samples: Samples,
    private readonly files: FileImports,
    private readonly sources: SourcesQueries,
    private readonly imports: ImportsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when the file has been deleted, RuleBroken when it cannot be read. */
  async open(upload: SurveyUpload, posted: Choices | null = null): Promise<MappingDraft> {
    if (upload.storedAs === null || upload.deletedAt !== null)
      throw new NotFound(t('The file has been deleted. Upload it again.'));
    const { sourceId, choices: kept } = upload.options as SurveyOptions;
    const [sample, units, source] = await Promise.all([
      this.samples.read(this.files.pathOf(upload.storedAs), (posted ?? kept)?.encoding || undefined),
      this.imports.knownUnits(),
      sourceId === undefined ? null : this.sources.one(sourceId, this.clock.now()),
    ]);
    const before = kept ? { ...noChoices(), ...kept } : firstChoices(source, sample, units);
    const choices = posted === null ? before : upToDate(posted, before, sample.profiles);
    return { upload, source, sample, units, choices, ...this.tryOut(sample, units, choices) };
  }

  private tryOut(sample: Sample, units: KnownUnit[], choices: Choices): Pick<MappingDraft, 'preview' | 'problem'> {
    try {
      const mapping = parseMapping(mappingOf(choices));
      const heading = headingFor(sample.layout, columnsOf(mapping));
      const problem = headingProblem(heading, columnsOf(mapping));
      if (problem) return { preview: null, problem };
      const map = rowMapper(mapping, heading, unitFinder(units, mapping.unit), this.clock.now());
      return { preview: previewOf(sample.rows, withoutTests(map, sample.layout)), problem: null };
    } catch (error) {
      if (error instanceof RuleBroken) return { preview: null, problem: error.sentence };
      throw error;
    }
  }
}

/** The source's own mapping where it has one; a guess otherwise. */
function firstChoices(source: SourceRow | null, sample: Sample, units: KnownUnit[]): Choices {
  const guess = guessMapping(sample.layout, sample.profiles, sample.rows.length, units);
  if (!source?.mapping) return guess;
  const saved = choicesOf(source.mapping);
  return upToDate(saved, saved, sample.profiles);
}
