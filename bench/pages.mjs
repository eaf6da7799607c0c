import { fileURLToPath } from 'node:url';
import { Client } from './support/client.mjs';
import { cpuEach, cpuOfSides, load, middleOf, repeat } from './support/measure.mjs';
import { freePort, startNode } from './support/process.mjs';
import { takeQuiz } from './support/quiz-walk.mjs';
import { startUniversity } from './support/university.mjs';

const WARM = 400;
const TIMES = 60;
const USERS = 8;
const SECONDS = 4;
const ATTEMPTS = 12;

const QUIZ = 'put-it-right-first-time';
const LESSON = '/courses/the-first-ten-seconds/lessons/1';

/** Milliseconds of processor time a request, web process, worker and database together: a thirtieth to a twentieth of what Moodle 4.5 takes. */
const BOUNDS = {
  home: 8,
  lesson: 3,
  'area page': 8,
  'unit page': 8,
  'save an answer': 3.5,
  'ten-question attempt': 45,
};

/** The pages people open most, one user at a time for the processor's share, eight at once for the speed. */
export async function run() {
  const university = await startUniversity();
  const hello = await reference('hello', university);
  const session = await reference('session-and-select', university);
  try {
    const references = {
      ...(await referenceFigures('hello', hello)),
      ...(await referenceFigures('session and select', session)),
    };
    const results = [...(await pages(university)), ...(await attempts(university))];
    return {
      references,
      results: results.map((result) => ({ ...result, ratio: ratioOf(result, references) })),
      targets: targetsOf(results),
    };
  } finally {
    await Promise.all([hello, session].map((one) => one.stop()));
    await university.stop();
  }
}

async function referenceFigures(name, server) {
  const alone = await cpuOf(server, '/');
  const busy = await speedOf(server, '/');
  return {
    [`${name}: CPU ms`]: alone.all,
    [`${name}: CPU ms at 8 users`]: busy.cpu,
    [`${name}: pages/s at 8 users`]: busy.perSecond,
  };
}

async function pages({ url, sides }) {
  const sam = () => new Client(url).signIn('100001');
  const dawn = () => new Client(url).signIn('200001');
  const each = [
    { name: 'home', as: sam, path: '/' },
    { name: 'lesson', as: sam, path: LESSON },
    { name: 'area page', as: dawn, path: '/areas/A07' },
    { name: 'unit page', as: dawn, path: '/units/021047' },
  ];
  const results = [];
  for (const { name, as, path } of each) {
    const users = [];
    for (let user = 0; user < USERS; user += 1) users.push(await as());
    const measured = { users, sides, stop: () => users.forEach((user) => user.close()) };
    const cpu = await cpuOf(measured, path);
    const { perSecond, median, p95, cpu: busy } = await speedOf(measured, path);
    measured.stop();
    results.push(
      { name: `${name}: CPU`, value: cpu.all, unit: 'ms' },
      { name: `${name}: in the database`, value: cpu.database, unit: 'ms' },
      { name: `${name}: at 8 users, CPU`, value: busy, unit: 'ms' },
      { name: `${name}: at 8 users`, value: perSecond, unit: 'pages/s' },
      { name: `${name}: median at 8 users`, value: median, unit: 'ms' },
      { name: `${name}: 95th percentile at 8 users`, value: p95, unit: 'ms' },
    );
  }
  return results;
}

/** Whole attempts at a quiz of ten questions, one question a page, and within them each save by itself. */
async function attempts({ url, sides }) {
  const sam = await new Client(url).signIn('100001');
  await repeat(4, () => takeQuiz(sam, QUIZ));
  const saves = [];
  const times = [];
  const around = async (save) => {
    const [cpu, start] = [cpuOfSides(sides).all, performance.now()];
    await save();
    times.push(performance.now() - start);
    saves.push(cpuOfSides(sides).all - cpu);
  };
  await repeat(ATTEMPTS, () => takeQuiz(sam, QUIZ, around));
  const whole = await cpuEach(sides, 2, () => takeQuiz(sam, QUIZ));
  sam.close();
  return [
    { name: 'save an answer: CPU', value: mean(saves), unit: 'ms' },
    { name: 'save an answer: median', value: middleOf(times), unit: 'ms' },
    { name: 'ten-question attempt: CPU', value: whole.all, unit: 'ms' },
    { name: 'ten-question attempt: in the database', value: whole.database, unit: 'ms' },
  ];
}

async function reference(name, { databaseUrl, sides }) {
  const port = await freePort();
  const script = fileURLToPath(new URL(`references/${name}.mjs`, import.meta.url));
  const server = await startNode(script, { env: { PORT: String(port), DATABASE_URL: databaseUrl }, ready: 'ready' });
  const users = Array.from({ length: USERS }, () => new Client(`http://127.0.0.1:${port}`));
  if (name !== 'hello') for (const user of users) await user.get('/begin');
  return {
    users,
    sides: { web: server.pid, database: sides.database },
    stop: () => {
      users.forEach((user) => user.close());
      return server.stop();
    },
  };
}

async function cpuOf({ users: [user], sides }, path) {
  await repeat(WARM, () => ok(user, path));
  return cpuEach(sides, TIMES, () => ok(user, path));
}

async function speedOf({ users, sides }, path) {
  return load(
    sides,
    users.map((user) => () => ok(user, path)),
    SECONDS,
  );
}

async function ok(user, path) {
  const { status } = await user.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}

function ratioOf({ name, unit, value }, references) {
  if (name.endsWith('at 8 users, CPU')) return value / references['session and select: CPU ms at 8 users'];
  if (name.endsWith('CPU')) return value / references['session and select: CPU ms'];
  if (unit === 'pages/s') return value / references['session and select: pages/s at 8 users'];
  return null;
}

function targetsOf(results) {
  return Object.entries(BOUNDS).map(([name, bound]) => {
    const { value } = results.find((result) => result.name === `${name}: CPU`);
    return { name: `${name}: CPU ms`, bound, value, pass: value <= bound };
  });
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
