/** When customers' own words may be shown. */

/** With fewer comments than this in all, the words of one customer could be recognised at the counter. */
export const FEWEST_COMMENTS = 5;
