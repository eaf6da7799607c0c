import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Delivery } from '../../platform/mail/delivery.js';
import { MESSAGE_STATES, NEXT_STATES, statesBefore } from '../message-state.js';
import { NEXT_MAIL_STATES } from './mail-state.js';
import { INTERRUPTED, outcomeOf } from './outcome.js';

const kinds = ['accepted', 'refused', 'later', 'unreachable', 'unknown'] as const;

describe('what became of an e-mail', () => {
  it.each<[Delivery['kind'], number, string, string, number | null]>([
    ['accepted', 1, 'sent', 'sent', null],
    ['refused', 1, 'bounced', 'bounced', null],
    ['later', 1, 'waiting', 'planned', 60],
    ['later', 2, 'waiting', 'planned', 300],
    ['later', 4, 'waiting', 'planned', 3_600],
    ['later', 7, 'waiting', 'planned', 7_200],
    ['later', 8, 'bounced', 'bounced', null],
    ['unreachable', 50, 'waiting', 'planned', 60],
    ['unknown', 1, 'interrupted', 'bounced', null],
  ])('%s at try %i: the e-mail is %s, its messages %s', (kind, tries, mail, messages, retryAfter) => {
    expect(outcomeOf({ kind, answer: '4xx' }, tries)).toMatchObject({ mail, messages, retryAfter });
  });

  it('says why it did not arrive', () => {
    expect(outcomeOf({ kind: 'refused', answer: '550 unknown user' }, 1).why).toBe('550 unknown user');
    expect(outcomeOf({ kind: 'unknown', answer: 'Timeout' }, 1).why).toBe(INTERRUPTED);
  });

  it('is always a step that both lives allow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 100 }), (kind, tries) => {
        const outcome = outcomeOf({ kind, answer: '' }, tries);
        expect(NEXT_MAIL_STATES.sending).toContain(outcome.mail);
        expect(NEXT_STATES.sending).toContain(outcome.messages);
        expect(outcome.retryAfter !== null).toBe(outcome.mail === 'waiting');
      }),
    );
  });
});

describe('the life of a message', () => {
  it('ends in one of three ways, and only what has not left can be called off', () => {
    expect(MESSAGE_STATES.filter((state) => NEXT_STATES[state].length === 0)).toEqual([
      'sent',
      'bounced',
      'suppressed',
    ]);
    expect(statesBefore('suppressed')).toEqual(['planned']);
    expect(statesBefore('bounced')).toEqual(['sending']);
  });
});
