/** The database cannot be had. `message` says to the person at the terminal why, and what to do; no stack is needed. */
export class DatabaseTrouble extends Error {}
