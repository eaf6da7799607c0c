/** npm run cxu -- COMMAND: the command line. Standard output is the command's alone; all else goes to standard error. */
import { prepare } from './steps/prepare.mjs';

await prepare({ quiet: true });
process.setSourceMapsEnabled(true);
await import('../dist/cli.js');
