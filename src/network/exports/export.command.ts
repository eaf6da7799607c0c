import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Command, CommandRunner, Option } from 'nest-commander';
import { RuleBroken } from '../../platform/errors.js';
import { answer } from '../../platform/terminal.js';
import { isDay } from '../imports/days.js';
import { NetworkFiles } from './network-files.service.js';

interface Options {
  on?: string;
  json?: boolean;
}

/** `cxu export network|people [FILE]`: what is known, in the columns of the import; on standard output without a file. */
@Command({
  name: 'export',
  arguments: '<kind> [file]',
  description: 'Write network or people as a file that can be imported again: [--on DATE] [--json]',
})
export class ExportCommand extends CommandRunner {
  constructor(private readonly files: NetworkFiles) {
    super();
  }

  override async run([kind = '', path]: string[], options: Options): Promise<void> {
    const { on = null, json = false } = options;
    check(kind, on);
    if (json && path === undefined) throw new RuleBroken('Name a file: with --json standard output is for the result.');
    const { chunks } = kind === 'network' ? this.files.units(on) : this.files.people(on);
    if (path === undefined) return pipeline(Readable.from(chunks()), process.stdout, { end: false });
    await pipeline(Readable.from(chunks()), createWriteStream(path, { mode: 0o600 })).catch(unwritable(path));
    answer(json, { kind, on, file: path }, [`The ${kind === 'network' ? 'units' : 'people'} are in ${path}`]);
  }

  @Option({ flags: '--on <date>', description: 'Only what holds on this day, such as 2026-03-31' })
  on(day: string): string {
    return day;
  }

  @Option({ flags: '--json', description: 'Print the result as one JSON document' })
  json(): boolean {
    return true;
  }
}

function check(kind: string, on: string | null): void {
  if (kind !== 'network' && kind !== 'people') throw new RuleBroken('Say what to export: network or people.');
  if (on !== null && !isDay(on)) throw new RuleBroken(`“${on}” is not a day. Write it like 2026-04-01.`);
}

function unwritable(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    if (error.syscall !== 'open') throw error;
    throw new RuleBroken(`${path} cannot be written. Check the folder and who may write in it.`);
  };
}
