/**
 * What is seen beyond reach. Everything that this list does not name is not found outside it; `tampering.spec` asks each of
 * these, and the matrix everything else. Published figures carry no names and are no exception.
 */
export interface BeyondReach {
  /** As declared. */
  route: string;
  /** Who of the cast asks. */
  who: string;
  /** By what the thing elsewhere is asked for: the whole of it. */
  path: (reference: string) => string;
  /** The same for whom nobody has, or for less than the whole. */
  less: (reference: string) => string[];
  reason: string;
}

export const BEYOND_REACH: readonly BeyondReach[] = [
  {
    route: 'GET /cover/new',
    who: 'areaManager',
    path: (reference) => `/cover/new?find=${reference}`,
    less: (reference) => [
      `/cover/new?find=${reference.slice(0, -1)}`,
      `/cover/new?find=${reference}+100001`,
      '/cover/new?find=Zqxwold',
    ],
    reason:
      'The directory of colleagues: who covers may work anywhere, so a manager who has been told a personnel reference ' +
      'finds its name, role and place, and nothing else. One whole reference at a time; names only within the region.',
  },
];
