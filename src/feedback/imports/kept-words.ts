/**
 * What the list of rejected lines keeps of a cell, and what a reason may quote. A line that is out of step has a customer's
 * words, or an address, in any of its columns: they are masked there as they are in a comment.
 */
import { mask } from '../comments/masking.js';

/** No code, time or response id is longer, and of a shorter one a mask would take the digits of a time for a telephone. */
const LONGEST_NAME = 60;

/** Of the columns that name the response, the unit and the time. */
export function keptName(text: string): string {
  return isName(text) ? text : mask(text);
}

/** A reason that quotes what should have been a name. */
export function reasonAbout(text: string, reason: string): string {
  return isName(text) ? reason : mask(reason);
}

const isName = (text: string) => text.length <= LONGEST_NAME && !text.includes('@');
