/** Words with which surveys answer, in English and Welsh: families of five steps, best first. */

/** What a family of words is about; `any` fits every question. */
export type About = 'emotion' | 'ease' | 'any';

export interface Family {
  about: About;
  /** Best first, five steps, each with its spellings; the first of each is the usual one. */
  steps: readonly (readonly string[])[];
}

const DELIGHT: Family = {
  about: 'emotion',
  steps: [['delighted'], ['satisfied'], ['neutral'], ['disappointed'], ['irritated']],
};

const DELIGHT_WELSH: Family = {
  about: 'emotion',
  steps: [
    ['wrth fy modd', 'wrth eu bodd'],
    ['bodlon'],
    ['niwtral'],
    ['siomedig'],
    ['wedi cythruddo', 'yn ddig', 'dig'],
  ],
};

const LIKELY: Family = {
  about: 'emotion',
  steps: [
    ['extremely likely', 'very likely', 'definitely would'],
    ['likely', 'fairly likely', 'somewhat likely', 'probably would'],
    ['neither likely nor unlikely', 'neither', 'neutral', 'might or might not'],
    ['unlikely', 'fairly unlikely', 'somewhat unlikely', 'probably would not'],
    ['extremely unlikely', 'very unlikely', 'definitely would not'],
  ],
};

const LIKELY_WELSH: Family = {
  about: 'emotion',
  steps: [
    ['tebygol iawn', 'hynod debygol'],
    ['tebygol', 'eithaf tebygol'],
    ['ddim yn debygol nac yn annhebygol', 'y naill na’r llall'],
    ['annhebygol', 'eithaf annhebygol'],
    ['annhebygol iawn', 'hynod annhebygol'],
  ],
};

const SATISFIED: Family = {
  about: 'emotion',
  steps: [
    ['very satisfied', 'extremely satisfied', 'completely satisfied', 'very happy', 'extremely happy'],
    ['satisfied', 'fairly satisfied', 'somewhat satisfied', 'happy', 'fairly happy'],
    ['neither satisfied nor dissatisfied', 'neither happy nor unhappy', 'neutral', 'ok', 'okay'],
    ['dissatisfied', 'fairly dissatisfied', 'somewhat dissatisfied', 'unhappy', 'fairly unhappy'],
    ['very dissatisfied', 'extremely dissatisfied', 'completely dissatisfied', 'very unhappy', 'angry'],
  ],
};

const SATISFIED_WELSH: Family = {
  about: 'emotion',
  steps: [
    ['bodlon iawn', 'hapus iawn', 'hynod fodlon'],
    ['bodlon', 'eithaf bodlon', 'hapus'],
    ['ddim yn fodlon nac yn anfodlon', 'niwtral', 'iawn'],
    ['anfodlon', 'eithaf anfodlon', 'anhapus'],
    ['anfodlon iawn', 'anhapus iawn', 'hynod anfodlon'],
  ],
};

const EASY: Family = {
  about: 'ease',
  steps: [
    ['very easy', 'extremely easy'],
    ['easy', 'fairly easy', 'quite easy', 'somewhat easy'],
    ['neither easy nor difficult', 'neither easy nor hard', 'neither', 'neutral'],
    ['difficult', 'fairly difficult', 'quite difficult', 'somewhat difficult', 'hard'],
    ['very difficult', 'extremely difficult', 'very hard'],
  ],
};

const EASY_WELSH: Family = {
  about: 'ease',
  steps: [
    ['hawdd iawn', 'rhwydd iawn'],
    ['hawdd', 'eithaf hawdd', 'rhwydd'],
    ['ddim yn hawdd nac yn anodd', 'niwtral'],
    ['anodd', 'eithaf anodd'],
    ['anodd iawn'],
  ],
};

const EFFORT: Family = {
  about: 'ease',
  steps: [
    ['very low effort', 'very little effort', 'no effort'],
    ['low effort', 'little effort'],
    ['moderate effort', 'some effort', 'neutral'],
    ['high effort', 'a lot of effort'],
    ['very high effort', 'a great deal of effort'],
  ],
};

const AGREE: Family = {
  about: 'any',
  steps: [
    ['strongly agree', 'agree strongly', 'definitely agree', 'completely agree'],
    ['agree', 'tend to agree', 'somewhat agree', 'slightly agree'],
    ['neither agree nor disagree', 'neutral', 'neither', 'undecided'],
    ['disagree', 'tend to disagree', 'somewhat disagree', 'slightly disagree'],
    ['strongly disagree', 'disagree strongly', 'definitely disagree', 'completely disagree'],
  ],
};

const AGREE_WELSH: Family = {
  about: 'any',
  steps: [
    ['cytuno’n gryf', 'cytuno yn gryf', "cytuno'n llwyr"],
    ['cytuno', 'tueddu i gytuno'],
    ['ddim yn cytuno nac yn anghytuno', 'niwtral'],
    ['anghytuno', 'tueddu i anghytuno'],
    ['anghytuno’n gryf', 'anghytuno yn gryf', "anghytuno'n llwyr"],
  ],
};

const GOOD: Family = {
  about: 'any',
  steps: [
    ['excellent', 'very good', 'outstanding', 'great'],
    ['good'],
    ['average', 'fair', 'okay', 'ok', 'neither good nor poor', 'acceptable'],
    ['poor', 'bad'],
    ['very poor', 'terrible', 'very bad', 'awful'],
  ],
};

const GOOD_WELSH: Family = {
  about: 'any',
  steps: [
    ['rhagorol', 'da iawn', 'ardderchog'],
    ['da'],
    ['gweddol', 'cyffredin', 'iawn'],
    ['gwael'],
    ['gwael iawn', 'ofnadwy'],
  ],
};

const FACES: Family = {
  about: 'emotion',
  steps: [
    ['😀', '😃', '😄', '😁', '😍', '🤩', '🥰', '😊'],
    ['🙂', '😌', '☺'],
    ['😐', '😶', '😑'],
    ['🙁', '☹', '😕', '😞', '😟'],
    ['😡', '😠', '🤬', '😢', '😭', '😤'],
  ],
};

const NUMBERS: Family = { about: 'any', steps: [['5'], ['4'], ['3'], ['2'], ['1']] };

export const FAMILIES: readonly Family[] = [
  ...[DELIGHT, LIKELY, SATISFIED, EASY, EFFORT, AGREE, GOOD, FACES],
  ...[DELIGHT_WELSH, LIKELY_WELSH, SATISFIED_WELSH, EASY_WELSH, AGREE_WELSH, GOOD_WELSH],
  NUMBERS,
].map(({ about, steps }) => ({ about, steps: steps.map((words) => words.map((word) => word.replaceAll('’', "'"))) }));

/** “No answer”, as words and as the codes that survey tools give it. */
export const NO_ANSWER =
  /^(don'?t know|do not know|not sure|unsure|no answer|no reply|no response|not applicable|not stated|not answered|prefer not to say|rather not say|n\.?\/?a\.?|none|unknown|skipped|null|nan|ddim yn gwybod|dim ateb|ddim yn berthnasol|amherthnasol|gwell gen i beidio â dweud|dim sylw|-|–|-\d+|9[789]|9{3,})$/;
