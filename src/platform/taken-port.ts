import { createServer } from 'node:net';

/** Somebody else listens on the port; `message` says so and what to do. */
export class TakenPort extends Error {}

/**
 * Asked before anything slow begins.
 * @throws TakenPort
 */
export async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new TakenPort(
      `Port ${port} is taken by another program. Stop it, or start with another one: PORT=3001 npm start`,
    );
  }
  if (error.code === 'EACCES')
    return new TakenPort(`Port ${port} needs more rights than we have. Take one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new TakenPort(`HOST is ${host}, which is not an address of this machine. Take 127.0.0.1 or 0.0.0.0.`);
  }
  return error;
}
