/**
 * Takes the names of people out of a customer's comment: whoever is thanked, named or met at the counter, and common first
 * names with a capital. What only looks like a name stays: places, months, what is sold, and words that begin a sentence.
 */
import { isFirstName } from './first-names.js';

/** Letters of Western Europe and Wales by their ranges: classes of all Unicode take three times as long, a million times. */
const LETTER = 'A-Za-z\\u00C0-\\u024F';
const UPPER = 'A-Z\\u00C0-\\u00D6\\u00D8-\\u00DE\\u0141\\u015A\\u0160\\u0174\\u0176\\u017B\\u017D';

/** A word with a capital; 'Nia-Wyn' and 'O’Neill' are one, and of 'Sharon’s' the name alone. */
const CAPITAL = new RegExp(`[${UPPER}](?:[${LETTER}]|['’-](?=[${UPPER}]))+`, 'g');
const IN_A_WORD = new RegExp(`[${LETTER}0-9[]`);

/** What stands right before a name. Of most words it is enough to look at the one before, so this is asked seldom. */
const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[
    '(?:many )?thank(?:s| you)(?: so much| very much| a lot)?,?(?: to)?',
    '(?:called|named)',
    '(?:her|his|their|whose) name (?:is|was)',
    '(?:served|helped) by',
    'spoke (?:to|with)',
    'ask for',
    'shout ?out to',
    'well done',
    'diolch(?: yn fawr)?(?: iawn)?(?: i)?',
    "o[’']r enw",
    'ei (?:h)?enw (?:hi |ef |o )?(?:yw|oedd)',
    'siarad(?:ais)? (?:â|gyda)',
  ].join('|')}) +$`,
  'iu',
);
const LAST_WORDS = new Set(
  'to you thanks much lot called named is was by with for out done i iawn fawr diolch enw yw oedd â gyda'.split(' '),
);
const FARTHEST_BACK = 30;

/** What stands right after one. */
const AFTER = new RegExp(
  `^ +(?:${[
    'at (?:the|your) (?:counter|desk|till|front|branch)',
    '(?:behind|on) the (?:counter|desk|till)',
    "(?:wrth|tu ôl i) ?(?:y|[’']r) (?:cownter|ddesg)",
    'who served',
    'served (?:me|us)',
    'helped (?:me|us)',
    'a helpodd',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'u',
);
const FARTHEST_ON = 30;

/** Towns and streets that begin with what is a first name as well. */
const PLACE_AFTER =
  /^[- ]+(?:Street|Road|Lane|Avenue|Close|Square|Park|House|Hill|Court|Lewis|Hospital|School|Church|Centre)(?![\p{L}\p{N}])/u;

/** The rest of a name, and the next one. */
const BETWEEN_PARTS = /^(?:-| +|(?: +\p{Lu}\.) +)$/u;
const BETWEEN_NAMES = /^,? +(?:and|a|ac|&) +$/u;

/** Capitals that follow "thanks to" or stand before "at the counter" and are nobody. */
const NOBODY = new Set(
  (
    'the this that these those they she he we you i it my your his her our their a an all both every everyone everybody each ' +
    'nobody noone somebody someone anyone staff team branch post office royal mail parcelforce god jesus christmas easter ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december england scotland wales ireland london cardiff swansea cymru amazon ebay evri dpd ups vinted ' +
    'lloyds barclays hsbc natwest santander tesco spar co-op coop dvla hmrc customer service services lady man woman people ' +
    'always very really so much again for from in at on and but not no lots goodness fully well pawb staff chi i y yr am a ' +
    'mr mrs ms miss dr prof who what when where why had was were is are got did two three one waited stood asked being queued served helped ' +
    'bawb gyda tîm cangen swyddfa bost llun mawrth mercher iau gwener sadwrn sul'
  ).split(' '),
);

/** The comment with each name replaced by '[name]'. Masking twice changes nothing. */
export function maskNames(comment: string): string {
  let [masked, over] = ['', 0];
  for (const { 0: word, index } of comment.matchAll(CAPITAL)) {
    if (isNobody(word) || IN_A_WORD.test(comment[index - 1] ?? ' ')) continue;
    const gap = comment.slice(over, index);
    const named = masked.endsWith('[name]');
    const more = named && BETWEEN_PARTS.test(gap);
    const next = named && BETWEEN_NAMES.test(gap);
    if (!more && !next && !isNamed(comment, word, index)) continue;
    masked += more ? '' : `${gap}[name]`;
    over = index + word.length;
  }
  return masked + comment.slice(over);
}

function isNamed(comment: string, word: string, at: number): boolean {
  const after = comment.slice(at + word.length, at + word.length + FARTHEST_ON);
  if (isFirstName(word.split('-', 1)[0] ?? '') && !PLACE_AFTER.test(after)) return true;
  const before = comment.slice(Math.max(0, at - FARTHEST_BACK), at);
  const last = /(\S+?),? +$/.exec(before)?.[1]?.toLowerCase() ?? '';
  return (LAST_WORDS.has(last) && BEFORE.test(before)) || AFTER.test(after);
}

/** A possessive belongs to the word: “May’s” is as little a name as “May”. */
function isNobody(word: string): boolean {
  return NOBODY.has(word.replace(/['’]s$/, '').toLowerCase());
}
