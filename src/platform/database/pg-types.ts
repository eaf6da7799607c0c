import pg from 'pg';

const DATE = 1082;
const BIGINT = 20;

/** Days stay text (a Date would carry a zone nobody meant); bigint counts and ids become numbers, exact up to 2^53. */
export function useOurTypes(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(BIGINT, Number);
}
