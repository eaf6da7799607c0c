import { describe, expect, it } from '@jest/globals';
import { colleaguesTold, type Told } from './colleagues-told.js';

describe('what is told about colleagues', () => {
  it.each<[inPost: number, due: number, past: boolean, team: Told, assigned: Told]>([
    [0, 0, false, 'told', 'told'],
    [1, 1, false, 'tooFew', 'tooFew'],
    [4, 0, false, 'tooFew', 'tooFew'],
    [4, 4, true, 'tooFew', 'tooFew'],
    [5, 5, false, 'told', 'told'],
    [5, 0, false, 'told', 'told'],
    [9, 4, false, 'told', 'tooFew'],
    [9, 1, true, 'todayOnly', 'todayOnly'],
    [0, 0, true, 'todayOnly', 'todayOnly'],
  ])('%d in post and %d with something due, of a past day %p: %s and %s', (inPost, due, past, team, assigned) => {
    expect(colleaguesTold({ seesTeam: false, inPost, due, past })).toEqual({ team, assigned });
    expect(colleaguesTold({ seesTeam: true, inPost, due, past })).toEqual({ team: 'told', assigned: 'told' });
  });
});
