import type { Chance } from '../generate/chance.js';

/** What Ashbridge's customers say while its referral list is out of date. */
const SENT_ELSEWHERE = [
  'Sent elsewhere for my licence form, and the other branch sent me back.',
  'I was sent elsewhere without anyone checking whether they could help.',
  'Sent elsewhere again. The place on the list closed last year.',
  'They handed me a list of other branches. Two of them were wrong.',
  'Third visit. Every time I get sent elsewhere.',
  'Lovely people, but I was sent elsewhere with a number that nobody answers.',
  'Drove twelve miles because I was sent elsewhere. They do not do it either.',
];

export function sentElsewhere(chance: Chance): string {
  return chance.pick(SENT_ELSEWHERE);
}
