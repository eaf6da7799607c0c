import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { networkOf, peopleOf } from '../organisation.service.js';
import { type Size } from '../size.js';
import { planTruth } from '../truth/truth-plan.js';
import { truthOf } from '../truth/truth-file.js';
import { peopleRows } from './people-rows.js';
import { unitsRows } from './units-rows.js';

/** What of an organisation goes into files: the two that the imports read, and what is true of it. */
@Injectable()
export class OrganisationFiles {
  /** @returns the paths of units.csv and people.csv in a folder, which is made when it is not there. */
  async write(size: Size, folder: string): Promise<{ units: string; people: string }> {
    const network = networkOf(size);
    const { units, people } = { units: join(folder, 'units.csv'), people: join(folder, 'people.csv') };
    await writable(folder, mkdir(folder, { recursive: true }));
    await writable(units, pipeline(Readable.from(csv(unitsRows(network))), createWriteStream(units)));
    await writable(
      people,
      pipeline(Readable.from(csv(peopleRows(peopleOf(network, size)))), createWriteStream(people)),
    );
    return { units, people };
  }

  /** What was planted and what it truly does, as JSON. */
  async writeTruth(size: Size, path: string): Promise<void> {
    const network = networkOf(size);
    const truth = truthOf(network, size, planTruth(network, size));
    await writable(path, writeFile(path, `${JSON.stringify(truth, null, 2)}\n`));
  }
}

function* csv(rows: Iterable<string[]>): Generator<string> {
  for (const row of rows) yield `${row.map(csvCell).join(',')}\n`;
}

async function writable(path: string, writing: Promise<unknown>): Promise<void> {
  await writing.catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === undefined) throw error;
    throw new RuleBroken(`${path} cannot be written. Check the folder and who may write in it.`);
  });
}
