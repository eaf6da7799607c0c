import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { t } from '../../platform/language/t.js';
import { sayList } from '../../platform/say.js';
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
import { upToDate, withNames } from './posted-choices.js';
import { withMetLater } from './met-later.js';
import { type Preview, previewOf } from './preview.js';
import { type Sample, Samples } from './samples.service.js';
import { type MappingVersion, SourcesQueries, type SourceRow } from './sources.queries.js';

/** A mapping in the making, beside the file that it is made for. */
export interface MappingDraft {
  upload: SurveyUpload;
  source: SourceRow | null;
  /** Of the source's mapping, newest first. */
  versions: MappingVersion[];
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

  /**
   * @param version of the source's mapping to begin with, instead of what was chosen so far
   * @throws NotFound when the file has been deleted, RuleBroken when it cannot be read.
   */
  async open(
    upload: SurveyUpload,
    posted: Choices | null = null,
    version: number | null = null,
  ): Promise<MappingDraft> {
    if (upload.storedAs === null || upload.deletedAt !== null)
      throw new NotFound(t('The file has been deleted. Upload it again.'));
    const facts = await this.factsOf(upload, posted);
    const { sample, units } = facts;
    const before = choicesBefore(upload, facts, version);
    const met = upload.trial?.unknown ?? [];
    const choices = posted === null ? withMetLater(before, met) : upToDate(posted, before, sample.profiles);
    return { upload, ...facts, choices, ...this.tryOut(sample, units, choices) };
  }

  /** What a mapping document says of this file; nothing of it is kept yet. */
  async read(upload: SurveyUpload, document: Record<string, unknown>): Promise<Choices> {
    const { sample, choices } = await this.open(upload);
    return { ...documentChoices(document, sample), encoding: choices.encoding };
  }

  private async factsOf({ options, storedAs }: SurveyUpload, posted: Choices | null): Promise<Facts> {
    const { sourceId = 0, choices } = options as SurveyOptions;
    const now = this.clock.now();
    const [sample, units, source, versions] = await Promise.all([
      this.samples.read(this.files.pathOf(storedAs ?? ''), (posted ?? choices)?.encoding || undefined),
      this.imports.knownUnits(),
      this.sources.one(sourceId, now),
      this.sources.versions(sourceId, now),
    ]);
    return { sample, units, source, versions };
  }

  private tryOut(sample: Sample, units: KnownUnit[], choices: Choices): Pick<MappingDraft, 'preview' | 'problem'> {
    const unfinished = unfinishedIn(choices);
    if (unfinished) return { preview: null, problem: unfinished };
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

type Facts = Pick<MappingDraft, 'sample' | 'units' | 'source' | 'versions'>;

/** What no mapping can do without; null once it is there. */
function unfinishedIn({ unit, time, questions }: Choices): string | null {
  const open = [
    ...(unit.column === '' ? [t('Unit')] : []),
    ...(time.column === '' ? [t('Time of the answer')] : []),
    ...(Object.values(questions).every((column) => column === '') ? [t('At least one question')] : []),
  ];
  return open.length === 0
    ? null
    : t('Choose the column of: {what}. The rows appear here then.', { what: sayList(open) });
}

/** What was chosen so far, unless another version of the mapping was asked for. */
function choicesBefore({ options }: SurveyUpload, { sample, units, source, versions }: Facts, version: number | null) {
  const { choices } = options as SurveyOptions;
  const again = versions.find(({ number }) => number === version);
  return choices && !again ? { ...noChoices(), ...choices } : firstChoices(again ?? source, sample, units);
}

/** The source's own mapping where it has one; a guess otherwise. */
function firstChoices(
  source: { mapping: Record<string, unknown> | null } | null,
  sample: Sample,
  units: KnownUnit[],
): Choices {
  return source?.mapping
    ? documentChoices(source.mapping, sample)
    : guessMapping(sample.layout, sample.profiles, sample.answers, units);
}

/** A document may name the columns of a file as its first row does, where the form goes by the lasting names below. */
function documentChoices(document: Record<string, unknown>, { layout, profiles }: Sample): Choices {
  const found = headingFor(layout, columnsOf(parseMapping(document)));
  const lasting = new Map(found.map((name, at) => [name, layout.keys[at] ?? name]));
  const saved = withNames(choicesOf(document), lasting);
  return upToDate(saved, saved, profiles);
}
