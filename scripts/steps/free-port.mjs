import { createServer } from 'node:net';
import { StepFailed } from './run.mjs';

/** Asked before anything slow begins. What else may be wrong with an address the application says itself. */
export async function refuseTakenPort(host = '127.0.0.1', port = 3000) {
  const problem = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve).listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (problem?.code !== 'EADDRINUSE') return;
  throw new StepFailed(
    `Port ${port} is taken by another program. Stop it, or start with another one: PORT=${port + 1} npm start`,
  );
}
