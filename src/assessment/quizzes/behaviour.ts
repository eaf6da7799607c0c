import { msg } from '../../platform/language/t.js';
export const BEHAVIOURS = ['immediateFeedback', 'deferredFeedback'] as const;

export type Behaviour = (typeof BEHAVIOURS)[number];

export interface BehaviourRules {
  /** Marks each answer as it is given; it is fixed from then on. Otherwise answers may change until the end. */
  checksEachAnswer: boolean;
  /** A message. */
  button: string;
}

export const BEHAVIOUR_RULES: Record<Behaviour, BehaviourRules> = {
  immediateFeedback: { checksEachAnswer: true, button: msg('Check my answer') },
  deferredFeedback: { checksEachAnswer: false, button: msg('Save and go on') },
};
