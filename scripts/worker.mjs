/** npm run worker: one more process that runs jobs, beside the one that `npm start` starts by itself. */
import { prepare } from './steps/prepare.mjs';

await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/worker.js');
