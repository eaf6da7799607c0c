import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors.js';
import { FileImportsQueries } from '../../platform/files/file-imports.queries.js';
import type { ImportResult } from '../imports/import-result.js';
import { KINDS } from './kinds.js';
import type { UploadedImport } from './uploads.service.js';

/** Files of units and people by the number in their address. */
@Injectable()
export class UploadedFiles {
  constructor(private readonly queries: FileImportsQueries) {}

  /** @throws NotFound when it is the number of no such file */
  async one(id: string): Promise<UploadedImport> {
    const file = /^\d{1,9}$/.test(id) ? await this.queries.one<ImportResult, ImportResult>(Number(id), KINDS) : null;
    if (file === null) throw new NotFound();
    return file;
  }
}
