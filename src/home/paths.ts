export const homePath = '/';
/** Leads on to today's theme day, or home when no themed week runs. */
export const todayPath = '/today';
export const accessibilityPath = '/accessibility';
