import { type Driver } from '../../platform/drivers.js';

/** Something that was done to some units in waves, and what it truly did to their customers' answers. */
export interface Design {
  key: string;
  /** The course that everybody in a wave was asked to take, and the driver it is about. */
  slug: string;
  driver: Driver;
  /** True effects, in log-odds of a good answer, once it works fully. */
  effect: { ease: number; driver: number };
  /** Which share of it works in the weeks after the wave began; the last one goes on. */
  profile: readonly number[];
  /** How units came into it: by lot, or because they did badly. */
  chosen: 'byLot' | 'lowest';
  /** When waves begin, as a share of the weeks. */
  waves: readonly number[];
  /** Which share of the units that take part goes into each wave, and into the comparison that never has it. */
  share: { wave: number; comparison: number };
  about: string;
}

const RISING = [0.25, 0.5, 0.75, 1];
/** Full after a month, then half of it gone every eight weeks. */
const FADING = [...RISING, ...Array.from({ length: 48 }, (_, index) => Number((0.5 ** ((index + 1) / 8)).toFixed(4)))];

/** What is planted; units take part in one of them at most. */
export const DESIGNS: readonly Design[] = [
  {
    key: 'lasting',
    slug: 'the-first-ten-seconds',
    driver: 'friendly',
    effect: { ease: 0.12, driver: 0.4 },
    profile: RISING,
    chosen: 'byLot',
    waves: [0.6, 0.68, 0.76],
    share: { wave: 0.07, comparison: 0.14 },
    about: 'Three waves by lot. It works, and goes on working.',
  },
  {
    key: 'fading',
    slug: 'hearing-what-isnt-said',
    driver: 'understanding',
    effect: { ease: 0.1, driver: 0.5 },
    profile: FADING,
    chosen: 'byLot',
    waves: [0.62, 0.74],
    share: { wave: 0.06, comparison: 0.1 },
    about: 'Two waves by lot. It works for a while and wears off: half of it is gone every eight weeks.',
  },
  {
    key: 'none',
    slug: 'travel-money-explained-simply',
    driver: 'knowledge',
    effect: { ease: 0, driver: 0 },
    profile: RISING,
    chosen: 'byLot',
    waves: [0.64, 0.78],
    share: { wave: 0.06, comparison: 0.1 },
    about: 'Two waves by lot. It does nothing: whoever finds an effect has found noise.',
  },
  {
    key: 'lowest',
    slug: 'put-it-right-first-time',
    driver: 'expectations',
    effect: { ease: 0, driver: 0 },
    profile: RISING,
    chosen: 'lowest',
    waves: [0.8],
    share: { wave: 0.08, comparison: 0.2 },
    about:
      'Given to the units whose ease was lowest over the quarter before. It does nothing; they rise afterwards all the same, because a bad quarter is partly bad luck (regression to the mean).',
  },
];
