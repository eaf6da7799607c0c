/** The disk is full, a quota is used up, or a file would be longer than this process may make one. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

export function isNoRoom(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && NO_ROOM.includes(String(error.code));
}
