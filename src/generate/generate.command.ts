import { Command, CommandRunner, Option } from 'nest-commander';
import { RuleBroken } from '../platform/errors.js';
import { answer, progress, say } from '../platform/terminal.js';
import { OrganisationFiles } from './files/organisation-files.service.js';
import { Generator, type PartResult } from './generator.service.js';
import { type Part, PARTS } from './parts.js';
import { checkSize, FULL_SIZE, type Size } from './size.js';

interface Options extends Partial<Size> {
  only?: string;
  files?: string;
  truth?: string;
  json?: boolean;
}

/** `cxu generate`: a believable organisation of any size, into an empty database or into files. */
@Command({
  name: 'generate',
  description:
    'Write an invented organisation into an empty database: [--units N] [--people N] [--weeks N] [--responses-per-unit-week N] [--seed N] [--surveyed WHICH] [--until DAY] [--only PART] [--truth FILE] [--files DIR] [--json]',
})
export class GenerateCommand extends CommandRunner {
  constructor(
    private readonly generator: Generator,
    private readonly files: OrganisationFiles,
  ) {
    super();
  }

  override async run(_given: string[], options: Options): Promise<void> {
    const { only, files, truth, json = false, ...numbers } = options;
    const size = checkSize({ ...FULL_SIZE, ...numbers });
    const part = only === undefined ? null : partIn(only);
    process.once('SIGINT', sayStopped).once('SIGTERM', sayStopped);
    const written = files === undefined ? null : await this.files.write(size, files);
    const parts = files === undefined ? await this.generator.run(size, part, { counting: progress, say }) : [];
    if (truth !== undefined) await this.files.writeTruth(size, truth);
    const result = { ...size, parts, files: written, truth: truth ?? null };
    answer(json, result, [
      ...parts.map(sayPart),
      ...(written === null ? [] : [`The files are ${written.units} and ${written.people}`]),
      ...(truth === undefined ? [] : [`What is true of it is in ${truth}`]),
    ]);
  }

  @Option({ flags: '--units <n>', description: 'Branches, payment points, contact centres and departments (24900)' })
  units(text: string): number {
    return Number(text);
  }

  @Option({ flags: '--people <n>', description: 'Everybody who works or has worked there (60000)' })
  people(text: string): number {
    return Number(text);
  }

  @Option({ flags: '--weeks <n>', description: 'Weeks of customers’ answers (260)' })
  weeks(text: string): number {
    return Number(text);
  }

  @Option({ flags: '--responses-per-unit-week <n>', description: 'Customers’ answers of an average unit and week (7)' })
  responsesPerUnitWeek(text: string): number {
    return Number(text);
  }

  @Option({ flags: '--seed <n>', description: 'Which of all organisations of this size (1)' })
  seed(text: string): number {
    return Number(text);
  }

  @Option({ flags: '--surveyed <which>', description: 'Whose customers answer: all (units) or branches (all)' })
  surveyed(which: string): string {
    return which;
  }

  @Option({ flags: '--until <day>', description: 'The last day it knows (2027-02-28)' })
  until(day: string): string {
    return day;
  }

  @Option({ flags: '--only <part>', description: 'Only network, people, feedback or learning' })
  only(part: string): string {
    return part;
  }

  @Option({ flags: '--truth <file>', description: 'Write the planted effects as JSON' })
  truth(path: string): string {
    return path;
  }

  @Option({
    flags: '--files <folder>',
    description: 'Write units.csv and people.csv for the imports, and nothing else',
  })
  folder(path: string): string {
    return path;
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}

/** The command line ends the process; what was not complete is undone by the database. */
function sayStopped(): void {
  say('Stopped. What is complete stays. The same command goes on from there.');
}

function partIn(text: string): Part {
  const part = PARTS.find((one) => one === text);
  if (part === undefined) throw new RuleBroken(`--only takes ${PARTS.slice(0, -1).join(', ')} or ${PARTS.at(-1)!}.`);
  return part;
}

const WORDS: Record<Part, string> = {
  network: 'units',
  people: 'people',
  feedback: 'answers',
  learning: 'courses finished',
};

function sayPart({ part, rows, seconds, rowsPerSecond }: PartResult): string {
  const number = (value: number) => value.toLocaleString('en-GB');
  return `${number(rows)} ${WORDS[part]} in ${seconds} s (${number(rowsPerSecond)} a second)`;
}
