/** What a failed statement says about its cause, told from the codes of PostgreSQL (appendix A) and of the network. */

/**
 * `gone`: the database cannot be reached or is stopping, so the same request may do well in a minute. `unreadable`: the
 * request carried text that no database takes, such as a null character. Null: anything else, a bug until shown otherwise.
 */
export type Failure = 'gone' | 'unreadable';

const AWAY = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'];
const STOPPING = ['57P01', '57P02', '57P03'];
/** Out of disk, out of memory, out of connections. */
const NO_ROOM = ['53100', '53200', '53300'];
const NO_SUCH_DATABASE = '3D000';
const CONNECTION_CLASS = /^08/;
const NOT_TEXT = ['22021', '22P05'];

/** What pg says, without a code, of a connection that broke or never came. */
const BROKEN =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

export function failureOf(error: unknown): Failure | null {
  const { code, message } = causeOf(error);
  if (NOT_TEXT.includes(code)) return 'unreadable';
  const away = [...AWAY, ...STOPPING, ...NO_ROOM, NO_SUCH_DATABASE].includes(code) || CONNECTION_CLASS.test(code);
  return away || BROKEN.test(message) ? 'gone' : null;
}

/** TypeORM wraps what the driver said. */
function causeOf(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: '' };
  const cause = ('driverError' in error ? error.driverError : error) as { code?: unknown; message?: unknown };
  return { code: String(cause.code ?? ''), message: String(cause.message ?? '') };
}
