export type HeldFields = Record<string, string | string[]>;

const SECRET = /passw|secret|^pin$|^again$|token|_csrf/i;
const OWN_PAGES = /^\/(sign-in|sign-out|held|counter|account\/(sessions|password|pin))(\/|$)/;

/**
 * What of a posted form is worth keeping: its text fields, never a secret one. Null when there is nothing to give back,
 * as for the sign-in form itself. `formToken` stays: it is what makes a second sending harmless.
 */
export function fieldsToHold(path: string, body: unknown): HeldFields | null {
  if (OWN_PAGES.test(path) || typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const kept = Object.entries(body).filter(
    (field): field is [string, string | string[]] =>
      (!SECRET.test(field[0]) || field[0] === 'formToken') && isText(field[1]),
  );
  return Object.fromEntries(kept);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
