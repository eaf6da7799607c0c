import { describe, expect, it } from '@jest/globals';
import { readLogin } from './login-name.js';

describe('what somebody types to say who they are', () => {
  it.each<[string, object]>([
    ['100001', { email: null, references: ['100001'] }],
    [' 100001 ', { email: null, references: ['100001'] }],
    ['ab12', { email: null, references: ['ab12', 'AB12'] }],
    [' Sam@Example.ORG', { email: 'sam@example.org', references: [] }],
    ['１００００１', { email: null, references: ['100001'] }],
    ['a\u0000b', { email: null, references: [] }],
  ])('%j', (typed, login) => expect(readLogin(typed)).toEqual(login));
});
