import { SubCommand } from 'nest-commander';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { ImportFileCommand } from './import-file.command.js';
import type { ImportOptions } from './import-run.service.js';
import type { ImportResult } from './import-result.js';
import { Imports } from './imports.service.js';

/** `cxu import people FILE`: people and their postings. */
@SubCommand({
  name: 'people',
  arguments: '<file>',
  description: 'Import the people file (one row a posting): [--dry-run] [--json]',
})
export class ImportPeopleCommand extends ImportFileCommand {
  constructor(imports: Imports, history: FileImports) {
    super(imports, history);
  }

  protected import(path: string, options: ImportOptions): Promise<ImportResult> {
    return this.imports.importPeople(path, options);
  }
}
