/** Starts the product's worker as the server does, and then does nothing: a server to be killed. */
import { setTimeout as wait } from 'node:timers/promises';
import { startWorker } from '../../dist/platform/worker-process.js';

const worker = startWorker(process.env.DATABASE_URL);
process.stdout.write(`worker ${worker.pid}\n`);
// Long enough for the worker to be past its start, where it begins to listen for us.
await wait(1_500);
process.stdout.write('listening\n');
await wait(60_000);
