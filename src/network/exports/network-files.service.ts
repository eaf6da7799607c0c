import { Injectable } from '@nestjs/common';
import type { IsoDate } from '../../platform/dates.js';
import { type CsvDownload, csvDownload } from '../../platform/web/csv-download.js';
import { PERSON_FILE, UNIT_FILE } from './export-columns.js';
import { ExportsQueries } from './exports.queries.js';

/** Units and people as files that an import takes: all that is known, or what holds on a day. */
@Injectable()
export class NetworkFiles {
  constructor(private readonly queries: ExportsQueries) {}

  units(day: IsoDate | null): CsvDownload {
    return csvDownload(fileName('units', day), UNIT_FILE, this.queries.units(day));
  }

  people(day: IsoDate | null): CsvDownload {
    return csvDownload(fileName('people', day), PERSON_FILE, this.queries.people(day));
  }
}

const fileName = (kind: string, day: IsoDate | null) => (day === null ? `${kind}.csv` : `${kind}-${day}.csv`);
