/** What the parts of a study's design are called. */
import { msg } from '../../platform/language/t.js';
import type { Weighting } from '../panel/study-panel.js';
import type { ClusterLevel } from './study.js';

export const WEIGHTING_NAMES: Record<Weighting, { name: string; hint: string }> = {
  answers: { name: msg('By answers'), hint: msg('Each customer counts the same, so busy units count for more.') },
  equal: { name: msg('All units alike'), hint: msg('Each week of each unit counts the same, however many answered.') },
};

export const CLUSTER_NAMES: Record<ClusterLevel, { name: string; hint: string }> = {
  unit: { name: msg('Unit by unit'), hint: msg('Each unit got the training, or did not, for itself.') },
  area: { name: msg('Area by area'), hint: msg('Whole areas got it together. The range is then wider, and honest.') },
};
