/**
 * npm start: from a fresh clone to a running university, and later straight to it. The server runs in this process,
 * so a signal reaches it whoever sends it.
 */
import { refuseTakenPort } from './steps/free-port.mjs';
import { checkNode } from './steps/node-version.mjs';
import { orEnd, prepare } from './steps/prepare.mjs';

checkNode();
const port = Number(process.env.PORT || 3000);
if (Number.isInteger(port)) await orEnd(() => refuseTakenPort(process.env.HOST || '127.0.0.1', port));
await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/main.js');
