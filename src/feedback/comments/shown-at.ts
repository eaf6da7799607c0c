/**
 * SQL text: where a comment stands in a list. At its time; or where the month stands for the day, within the first second of
 * the month, in the order of nothing that anybody could know it by.
 */

export const monthAt = (answeredAt: string, id: string) =>
  `date_trunc('month', ${answeredAt}, 'Europe/London') + (hashint8(${id}) & 1048575) * interval '1 microsecond'`;

/** The Monday of a moment's week in London. */
export const weekOf = (moment: string) => `monday_of((${moment} at time zone 'Europe/London')::date)`;

/** Of a response `r`; `kept` is what is known of its unit (`unit_by_month`). */
export const HIDDEN_MONTH = `case when coalesce(kept.small, true) then ${monthAt('r.answered_at', 'r.id')} end`;
