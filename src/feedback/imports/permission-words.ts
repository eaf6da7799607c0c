/** What surveys write where they ask whether a customer may be contacted, in English and Welsh; null: nobody said. */
export const PERMISSION_WORDS: Readonly<Record<string, boolean | null>> = {
  ...{
    yes: true,
    y: true,
    true: true,
    '1': true,
    agree: true,
    'i agree': true,
    consent: true,
    'opt in': true,
    checked: true,
  },
  ...{ no: false, n: false, false: false, '0': false, '2': false, disagree: false, 'opt out': false, unchecked: false },
  ...{ 'yes, you may contact me': true, 'no, do not contact me': false, 'no thanks': false, 'no thank you': false },
  ...{ ydw: true, ydy: true, oes: true, iawn: true, cytuno: true, cewch: true, ie: true, gwir: true },
  ...{
    'nac ydw': false,
    na: false,
    nage: false,
    'nac oes': false,
    'dim diolch': false,
    'na chewch': false,
    anwir: false,
  },
  ...{ 'n/a': null, 'prefer not to say': null, 'not asked': null, '-': null },
};
