/** What an import accepts as a code, a kind of unit and a nation. Codes are text: leading zeros are part of them. */
import { t } from '../../platform/language/t.js';

export const UNIT_KINDS = ['branch', 'paymentPoint', 'contactCentre', 'department'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const NATIONS = ['england', 'wales', 'scotland', 'northernIreland'] as const;
export type Nation = (typeof NATIONS)[number];

const LONGEST_CODE = 40;
const LONGEST_NAME = 200;
const CONTROL = /\p{Cc}/u;

/** Why a text cannot be a code, or null when it can. */
export function codeProblem(what: string, code: string): string | null {
  return textProblem(what, code, LONGEST_CODE);
}

/** Why a unit of this kind cannot have this code, or null. Spreadsheets eat leading zeros, so the hint gives them back. */
export function unitCodeProblem(kind: UnitKind, code: string): string | null {
  if (kind !== 'branch' || /^[0-9]{6}$/.test(code)) return codeProblem('unit_code', code);
  if (/^[0-9]{1,5}$/.test(code)) {
    return t('A branch code has six digits, leading zeros included. Did you mean {code}?', {
      code: code.padStart(6, '0'),
    });
  }
  return t('A branch code has six digits, and “{code}” does not.', { code: excerpt(code) });
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
  return textProblem(what, name, LONGEST_NAME);
}

function textProblem(what: string, text: string, longest: number): string | null {
  if (text === '') return t('The {what} is missing.', { what });
  if (text.length > longest) return t('The {what} is longer than {n} characters.', { what, n: String(longest) });
  if (CONTROL.test(text)) return t('The {what} holds a character that cannot be printed.', { what });
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
