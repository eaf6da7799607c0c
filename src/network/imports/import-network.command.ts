import { SubCommand } from 'nest-commander';
import { FileImports } from '../../platform/files/file-imports.service.js';
import { ImportFileCommand } from './import-file.command.js';
import type { ImportOptions } from './import-run.service.js';
import type { ImportResult } from './import-result.js';
import { Imports } from './imports.service.js';

/** `cxu import network FILE`: regions, areas and units. */
@SubCommand({
  name: 'network',
  arguments: '<file>',
  description: 'Import the units file (regions, areas, units): [--dry-run] [--json]',
})
export class ImportNetworkCommand extends ImportFileCommand {
  constructor(imports: Imports, history: FileImports) {
    super(imports, history);
  }

  protected import(path: string, options: ImportOptions): Promise<ImportResult> {
    return this.imports.importNetwork(path, options);
  }
}
