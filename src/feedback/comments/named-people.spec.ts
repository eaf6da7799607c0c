import { describe, expect, it } from '@jest/globals';
import { maskNames } from './named-people.js';

describe('names of people in a comment', () => {
  it.each([
    ['Thank you to Sharon at the counter', 'Thank you to [name] at the counter'],
    ['thanks to Grace, who stayed late', 'thanks to [name], who stayed late'],
    ['Many thanks to Mark and Joy', 'Many thanks to [name] and [name]'],
    ['A lady called Rose Bell helped', 'A lady called [name] helped'],
    ['Her name was Dawn', 'Her name was [name]'],
    ['I was served by Faith', 'I was served by [name]'],
    ['Well done Will!', 'Well done [name]!'],
    ['Bill at the counter was rude', '[name] at the counter was rude'],
    ['Grace served me quickly', '[name] served me quickly'],
    ['Sharon was lovely', '[name] was lovely'],
    ['Ask for Nia-Wyn Morris', 'Ask for [name]'],
    ['Lovely chat with Siân Roberts today', 'Lovely chat with [name] today'],
    ['Sarah’s smile', '[name]’s smile'],
    ['Spoke to Frank on Monday', 'Spoke to [name] on Monday'],
    ['Diolch i Heulwen am ei help', 'Diolch i [name] am ei help'],
    ['Diolch yn fawr iawn i Eira wrth y cownter', 'Diolch yn fawr iawn i [name] wrth y cownter'],
    ['Dynes o’r enw Enfys', 'Dynes o’r enw [name]'],
    ['Roedd Gwenllian yn garedig', 'Roedd [name] yn garedig'],
    ['Siaradais â Macsen ddoe', 'Siaradais â [name] ddoe'],
  ])('“%s” becomes “%s”', (before, after) => expect(maskNames(before)).toBe(after));

  it.each([
    'Thanks to the staff at the counter',
    'Thank you Post Office',
    'Thanks to Royal Mail for nothing',
    'Thank you. Lovely people.',
    'Thank you so much',
    'Waited at the counter in May',
    'The man called the police',
    'Will they open on Sunday? Hope so.',
    'Mark my words, grace and joy are rare',
    'The branch in George Street is shut',
    'Nobody at the counter knew',
    'Somebody at the desk said Tuesday',
    'Queued behind the counter line',
    'Diolch i bawb',
    'Diolch yn fawr',
    'Diolch i Swyddfa Bost Bangor',
    'She told me to go to Millbridge',
    'The card said I could collect here',
    'a [name] and the [phone number]',
  ])('leaves “%s” as it is', (comment) => expect(maskNames(comment)).toBe(comment));
});
