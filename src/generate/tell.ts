/** How somebody who waits hears how far it is: what is counted, how many are done, and of how many, null when nobody knows. */
export type Tell = (what: string) => (done: number, total: number | null) => void;
