/** The ISO week of a moment, by the customer's day in London. */
import { type IsoDate, londonDate, mondayOf } from '../../platform/dates.js';

/**
 * The Monday of the week in which a customer answered. A reply at half past midnight on Monday 6 July, British Summer
 * Time, is 23:30 on Sunday in UTC and still belongs to the week of 6 July.
 */
export function weekOf(answeredAt: Date): IsoDate {
  return mondayOf(londonDate(answeredAt));
}
