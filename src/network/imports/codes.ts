/** What an import accepts as a code, a kind of unit and a nation. Codes are text: leading zeros are part of them. */

export const UNIT_KINDS = ['branch', 'paymentPoint', 'contactCentre', 'department'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const NATIONS = ['england', 'wales', 'scotland', 'northernIreland'] as const;
export type Nation = (typeof NATIONS)[number];

const LONGEST_CODE = 40;
const CONTROL = /\p{Cc}/u;

/** Why a text cannot be a code, or null when it can. */
export function codeProblem(what: string, code: string): string | null {
  if (code === '') return `The ${what} is missing.`;
  if (code.length > LONGEST_CODE) return `The ${what} is longer than ${LONGEST_CODE} characters.`;
  if (CONTROL.test(code)) return `The ${what} holds a character that cannot be printed.`;
  return null;
}

/** Why a unit of this kind cannot have this code, or null. Spreadsheets eat leading zeros, so the hint gives them back. */
export function unitCodeProblem(kind: UnitKind, code: string): string | null {
  if (kind !== 'branch' || /^[0-9]{6}$/.test(code)) return codeProblem('unit_code', code);
  if (/^[0-9]{1,5}$/.test(code)) {
    return `A branch code has six digits, leading zeros included. Did you mean ${code.padStart(6, '0')}?`;
  }
  return `A branch code has six digits, and “${excerpt(code)}” does not.`;
}

/** Reads `branch`, `Payment point`, `contact-centre` and the like as the key they mean. */
export function readUnitKind(text: string): UnitKind | null {
  return UNIT_KINDS.find((kind) => bare(kind) === bare(text)) ?? null;
}

export function readNation(text: string): Nation | null {
  return NATIONS.find((nation) => bare(nation) === bare(text)) ?? null;
}

/** Why a text cannot be the name of something, or null. */
export function nameProblem(what: string, name: string): string | null {
  if (name === '') return `The ${what} is missing.`;
  if (name.length > 200) return `The ${what} is longer than 200 characters.`;
  if (CONTROL.test(name)) return `The ${what} holds a character that cannot be printed.`;
  return null;
}

/** A short form of what somebody wrote, fit to be quoted in a sentence. */
export function excerpt(text: string): string {
  const printable = text.replace(/\p{Cc}/gu, ' ');
  return printable.length > 40 ? `${printable.slice(0, 39)}…` : printable;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[\s_-]/g, '');
}
