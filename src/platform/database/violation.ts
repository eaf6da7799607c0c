/** Whether PostgreSQL refused a write because of this constraint or unique index; a service then says so in words. */
export function isViolation(error: unknown, constraint: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const cause = 'driverError' in error ? error.driverError : error;
  return typeof cause === 'object' && cause !== null && 'constraint' in cause && cause.constraint === constraint;
}
