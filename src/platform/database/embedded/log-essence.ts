const ADVICE: [RegExp, string][] = [
  [/No space left on device/i, 'Free some disk space and start again.'],
  [/shared memory/i, 'Another PostgreSQL may still be stopping: wait a moment and start again.'],
  [
    /Permission denied|wrong ownership|invalid permissions/i,
    'Start as the user who owns the data folder, or set CXU_DATA to a folder of yours.',
  ],
  [
    /incompatible with server|initialized by PostgreSQL version/i,
    'Set CXU_DATA to a new folder: this one was written by another version of PostgreSQL.',
  ],
  [
    /GLIBC|ld-linux|libc\.so|not found \(required/i,
    'This machine lacks the GNU C library that the embedded PostgreSQL needs: set DATABASE_URL to a PostgreSQL 18 server.',
  ],
];

const FALLBACK = 'Set CXU_DATA to another folder, or DATABASE_URL to a PostgreSQL 18 server.';

/** What went wrong, out of a PostgreSQL log: its complaints without time stamps, and what to do about them. */
export function logEssence(log: string): string {
  const lines = log.split('\n').map((line) => line.replace(/^[\d-]+ [\d:.]+ \S+ \[\d+\] /, '').trim());
  const complaints = lines.filter((line) => /FATAL|PANIC|ERROR|error:|could not|denied|not found/i.test(line));
  const essence = (complaints.length > 0 ? complaints : lines.filter(Boolean)).slice(-3).join(' | ');
  const advice = ADVICE.find(([sign]) => sign.test(log))?.[1] ?? FALLBACK;
  return `${essence || 'it gave no reason'}. ${advice}`;
}
