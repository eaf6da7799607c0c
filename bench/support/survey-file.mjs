/**
 * The export of a survey programme at the size of the whole organisation, always the same: answers in the order of time,
 * seven for each unit and week, eight questions, words from every third customer. Written as text, so that nothing of ours
 * makes what it reads; about the units of `network-files.mjs`.
 */

export const SURVEY = { answers: 1_000_000, units: 11_500, perUnitAndWeek: 7 };

const HEADING =
  'response_id,branch_code,answered_at,ease,emotion,friendly,professional,knowledge,understanding,efficiency,expectations,comment';

const DRIVERS = ['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations'];

export const SURVEY_MAPPING = {
  unit: { column: 'branch_code', match: 'code' },
  time: { column: 'answered_at', zone: 'Europe/London', format: 'dd/MM/yyyy HH:mm' },
  responseId: 'response_id',
  ease: { column: 'ease' },
  emotion: { column: 'emotion' },
  drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, { column: driver }])),
  comment: 'comment',
};

/** Customers come from eight in the morning to eight in the evening. */
const OPENS = Date.UTC(2025, 8, 8, 8);
const OPEN_MINUTES = 12 * 60;

const EMOTIONS = [
  'delighted',
  'delighted',
  'delighted',
  'satisfied',
  'satisfied',
  'neutral',
  'disappointed',
  'irritated',
];
const MARKS = [5, 5, 5, 5, 4, 4, 4, 3, 2, 1];
const SAID = [
  '"Quick and kind, thank you"',
  '"The queue was long, but the lady at the counter explained every form to me and smiled"',
  '"Nobody could tell me when the parcel would come. I had to come back the next day, and then the day after that as well"',
  'Friendly as ever',
  '"They said ""no trouble at all"" and meant it: ring me on 07700 900123 if you want to know more"',
  'The machine did not take my card and the young man helped me to pay at the till instead of sending me away',
  'Mrs Jones knew what to do. She always does!',
];

/** Lines of the file, the header first. @param corrected every so many answers one has another mark than before; 0 for none */
export function* surveyLines({ answers, units, perUnitAndWeek } = SURVEY, corrected = 0) {
  yield HEADING;
  const perDay = (units * perUnitAndWeek) / 7;
  for (let at = 0; at < answers; at += 1) yield answerLine(at, units, perDay, corrected > 0 && at % corrected === 0);
}

function answerLine(at, units, perDay, corrected) {
  const roll = dice(at);
  const code = String(900_001 + (roll() % units));
  const day = Math.floor(at / perDay);
  const minute = Math.floor(((at % perDay) / perDay) * OPEN_MINUTES);
  const ease = mark(roll);
  const marks = [corrected ? (Number(ease) % 5) + 1 : ease, emotion(roll), ...DRIVERS.map(() => mark(roll))];
  return [responseId(roll), code, clock(OPENS + day * 86_400_000 + minute * 60_000), ...marks, words(roll)].join(',');
}

const mark = (roll) => (roll() % 20 === 0 ? '' : MARKS[roll() % MARKS.length]);
const emotion = (roll) => (roll() % 50 === 0 ? '' : EMOTIONS[roll() % EMOTIONS.length]);
const words = (roll) => (roll() % 3 === 0 ? SAID[roll() % SAID.length] : '');

/** As survey programmes name them: in no order. */
const responseId = (roll) => `R_${[1, 2, 3].map(() => roll().toString(36).padStart(6, '0').slice(-5)).join('')}`;

/** '08/09/2025 08:00' */
function clock(milliseconds) {
  const text = new Date(milliseconds).toISOString();
  return `${text.slice(8, 10)}/${text.slice(5, 7)}/${text.slice(0, 4)} ${text.slice(11, 16)}`;
}

/** Numbers that look random and are the same for the same answer at every run (Mulberry32). */
function dice(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return (n ^ (n >>> 14)) >>> 0;
  };
}
