/** What units are held against each other by: ease first, then the six drivers, in the order of the kept arrays. */
import { type Driver, DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { msg } from '../../platform/language/t.js';

export const MEASURES = ['ease', ...DRIVERS] as const;
export type Measure = 'ease' | Driver;

export const MEASURE_NAMES: Record<Measure, string> = { ease: msg('Ease'), ...DRIVER_NAMES };

export const isMeasure = (word: unknown): word is Measure => MEASURES.some((measure) => measure === word);
