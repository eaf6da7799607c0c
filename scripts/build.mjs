/** npm run build: compiles what changed into dist/. */
import { prepare } from './steps/prepare.mjs';

await prepare();
