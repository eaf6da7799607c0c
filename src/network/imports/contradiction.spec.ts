import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../../platform/language/language.js';
import { type Contradiction, rejectionOf } from './contradiction.js';

const say = (...said: Contradiction['said']) => rejectionOf({ line: 7, column: 'name', said }).reason;

describe('why a row contradicts another, or points at nothing', () => {
  it.each<[Contradiction['said'], string]>([
    [['noArea', 'A9'], 'There is no area with the code A9. Import the units file first, or mend the code.'],
    [['personNames', 'S1', 'Sam', 'Pam', '3'], 'S1 is called “Sam” here and “Pam” on line 3.'],
    [['unitKinds', '000001', '2'], 'Unit 000001 has another kind or nation on line 2.'],
    [
      ['areaTwice', 'A1', 'R1', 'R2', '2'],
      'Area A1 is in region R1 here and in region R2 on line 2, on the same days.',
    ],
    [['emailOfRow', 'a@b.c', 'S2', '4'], 'The e-mail address a@b.c belongs to S2 on line 4.'],
    [
      ['roleTwice', 'S1', 'staff', '000001'],
      'Another row already gives S1 the role staff at 000001 on some of these days.',
    ],
  ])('%j', (said, sentence) => expect(say(...said)).toBe(sentence));

  it('is said in the language of whoever uploaded the file', () => {
    expect(inLanguage('cy', () => say('unitTwice', '000001'))).toBe(
      'Mae rhes arall eisoes yn gosod uned 000001 ar rai o’r dyddiau hyn.',
    );
  });
});
