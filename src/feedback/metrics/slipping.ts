/** A unit is slipping when its last four closed weeks are clearly below the thirteen before them. */
export const RECENT_WEEKS = 4;
export const EARLIER_WEEKS = 13;
