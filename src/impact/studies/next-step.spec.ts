import { describe, expect, it } from '@jest/globals';
import {
  anEffect,
  aRegisteredStudy,
  nobodyBeside,
  PANEL_FACTS,
  someFindings,
  tooFewYet,
} from '../../../test/factories/study-findings.js';
import type { StudyFindings } from './findings.js';
import { judged } from './judged.js';
import { type NextRule, nextStep } from './next-step.js';

const MOVED = { method: 'f', statistic: 5, weeks: 8, clusters: 320, p: 0.001 } as const;
const LOT = { byLot: true };
const DONE = '2027-06-28';
const next = (findings: StudyFindings, closedTo = DONE) =>
  nextStep(judged(aRegisteredStudy(), { findings, closedTo, looks: 1 }));
const never = { ...tooFewYet().notEnough!, enoughOn: null };

describe('what to do next', () => {
  it.each<[string, StudyFindings, NextRule, string]>([
    ['clear', someFindings(), 'assignInWaves', DONE],
    ['clear by lot', someFindings(LOT), 'assignInWaves', DONE],
    ['not clear', someFindings({ effect: anEffect(0.2, 0.5) }), 'assignInWaves', DONE],
    ['not clear by lot, and narrow', someFindings({ ...LOT, effect: anEffect(0.2, 0.7) }), 'spendElsewhere', DONE],
    [
      'not clear by lot, and wide, with weeks to come',
      someFindings({ ...LOT, effect: anEffect(0.2, 2) }),
      'keepToTheLot',
      '2027-02-01',
    ],
    [
      'not clear by lot, and wide, at the end',
      someFindings({ ...LOT, effect: anEffect(0.2, 2) }),
      'assignInWaves',
      DONE,
    ],
    ['clearly lower', someFindings({ effect: anEffect(-2, 1) }), 'stopAssigning', DONE],
    ['lower, an association', someFindings({ effect: anEffect(-2, 1), leads: null }), 'stopAssigning', DONE],
    ['higher, an association', someFindings({ leads: null }), 'assignInWaves', DONE],
    ['moved before', someFindings({ leads: MOVED }), 'assignInWaves', DONE],
    ['everybody has it', someFindings({ panel: { ...PANEL_FACTS, untrained: 0 } }), 'everybodyHasIt', DONE],
    ['nobody to compare with', nobodyBeside(), 'everybodyHasIt', DONE],
    ['too young', tooFewYet(), 'wait', '2027-02-01'],
    ['never enough', tooFewYet({ notEnough: never }), 'askDifferently', DONE],
  ])('%s', (_, findings, rule, closedTo) => {
    expect(next(findings, closedTo).rule).toBe(rule);
  });

  it('is first to give it to the rest in two random waves, and says what giving it to all ends', () => {
    const { sentence, notes } = next(someFindings());
    expect(sentence).toBe(
      '140 branches have not trained yet. Assign it to the rest in two random waves: then chance decides who comes first, and the next answer is grade A.',
    );
    expect(notes[0]).toBe('Assigned to all now, the comparison ends: nobody will be able to say later what it did.');
  });

  it('is never to choose by score', () => {
    const all = [someFindings(), nobodyBeside(), tooFewYet(), someFindings({ effect: anEffect(-2, 1) })].map((one) =>
      next(one),
    );
    expect(all.map(({ sentence }) => sentence).join()).not.toMatch(/lowest|weakest|low score/);
    expect(next(someFindings()).notes).toContain(
      'Do not choose by score: low scores rise by themselves, and nobody could tell that from the training.',
    );
  });

  it.each<[StudyFindings, string]>([
    [tooFewYet(), 'Wait until 5 April 2027. A look before then would show little but chance.'],
    [
      someFindings({ ...LOT, effect: anEffect(0.2, 0.7) }),
      'The time may as well go elsewhere: effects below −0.5 or above +0.9 points do not fit the data.',
    ],
    [
      someFindings({ effect: anEffect(-2, 1) }),
      'Do not assign it to more branches for now. Look at the course first, with people who took it.',
    ],
  ])('says it in a sentence', (findings, sentence) => {
    expect(next(findings).sentence).toBe(sentence);
  });

  it('says of a lot under way that its waves go on or can be stopped', () => {
    expect(next(someFindings(LOT), '2027-02-01').notes.join()).toContain('begin by themselves');
    expect(next(someFindings({ ...LOT, effect: anEffect(-2, 1) }), '2027-02-01').notes.join()).toContain(
      'can be stopped',
    );
    expect(next(someFindings(LOT)).notes.join()).not.toContain('begin by themselves');
  });
});
