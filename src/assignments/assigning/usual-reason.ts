import type { Driver } from '../../platform/drivers.js';

/**
 * The reason that stands in the box before anybody types: what customers gain, by the course's driver. It never names a
 * score or a rank, so that nobody's first impression of a course is a league table.
 */
export const USUAL_REASON: Record<Driver, string> = {
  friendly: 'So that every customer feels welcome from the first moment.',
  professional: 'So that customers feel in safe hands, also when rules are involved.',
  knowledge: 'So that customers get a clear answer in plain words.',
  understanding: 'So that customers feel we listened before we answered.',
  efficiency: 'So that customers know what happens next and never wait without a word.',
  expectations: 'So that customers leave with what they came for, sorted in one visit.',
};
