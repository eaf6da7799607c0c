import { referenceFigures, startReference, withRatio } from './support/against-reference.mjs';
import { Client } from './support/client.mjs';
import { chooseLookers, fillAnswers, LAST_WEEK, NOW, settled, sizeOf, warmed } from './support/full-answers.mjs';
import { cpuEach, quantile } from './support/measure.mjs';
import { startUniversity } from './support/university.mjs';

/** Server time of a page at the 95th percentile, one user at a time; and how much more ten times the answers may cost. */
const BOUNDS = { page: 60, growth: 1.2 };
/** Answers of a branch and week: over 260 weeks of 11,500 branches about one million, and ten. */
const ANSWERS = { small: 0.342, large: 3.42 };
/** Databases that were filled so before: filling takes longer than measuring. */
const FILLED = { small: process.env.BENCH_SMALL, large: process.env.BENCH_LARGE };
const WARM = 20;
const ROUNDS = 100;

/**
 * Every level of the dashboards on one million and on ten million answers of 11,500 branches. The two are asked in turn, page
 * by page, so that a disturbance of the machine meets both.
 */
export async function run() {
  const sides = {};
  try {
    for (const [name, answers] of Object.entries(ANSWERS))
      sides[name] = await startUniversity({ fill: (url) => fillAnswers(url, answers), filled: FILLED[name], now: NOW });
    for (const { databaseUrl } of Object.values(sides)) await settled(databaseUrl);
    const reference = await startReference(sides.large);
    try {
      const references = { ...(await referenceFigures(reference)), ...(await sizes(sides)) };
      const results = await everyLevel(sides);
      return { references, results: results.map((one) => withRatio(one, references)), targets: targetsOf(results) };
    } finally {
      await reference.stop();
    }
  } finally {
    for (const side of Object.values(sides)) await side.stop();
  }
}

async function sizes(sides) {
  const found = {};
  for (const [name, { databaseUrl }] of Object.entries(sides)) {
    const { answers, unitWeeks, branches, weeks, bytes } = await sizeOf(databaseUrl);
    found[`${name}: answers`] = answers;
    found[`${name}: branches`] = branches;
    found[`${name}: weeks`] = weeks;
    found[`${name}: unit weeks`] = unitWeeks;
    found[`${name}: gigabytes`] = bytes / 1e9;
  }
  return found;
}

async function everyLevel({ small, large }) {
  const lookers = { small: await chooseLookers(small.databaseUrl), large: await chooseLookers(large.databaseUrl) };
  const results = [];
  for (const [index, looker] of lookers.large.entries()) {
    const users = {
      small: await new Client(small.url).signIn(lookers.small[index].reference),
      large: await new Client(large.url).signIn(looker.reference),
    };
    for (const [name, pathOf] of Object.entries(pagesOf(looker)))
      results.push(...(await page(`${name}, as ${looker.role}`, users, { small, large }, pathOf)));
    users.small.close();
    users.large.close();
  }
  return results;
}

async function page(name, users, sides, pathOf) {
  for (const { databaseUrl } of Object.values(sides)) await warmed(databaseUrl);
  const times = await inTurn(users, pathOf);
  const cpu = await cpuEach(sides.large.sides, 10, (at) => ok(users.large, pathOf(at)));
  return [
    { name: `${name}: median`, value: times.large.median, unit: 'ms' },
    { name: `${name}: 95th percentile`, value: times.large.p95, unit: 'ms', bound: BOUNDS.page },
    { name: `${name}: CPU`, value: cpu.all, unit: 'ms' },
    { name: `${name}: in the database`, value: cpu.database, unit: 'ms' },
    {
      name: `${name}: of the small one's median`,
      value: times.large.median / times.small.median,
      unit: 'times',
      bound: BOUNDS.growth,
    },
  ];
}

async function inTurn(users, pathOf) {
  const times = { small: [], large: [] };
  for (let at = 0; at < WARM + ROUNDS; at += 1)
    for (const name of at % 2 === 0 ? ['small', 'large'] : ['large', 'small']) {
      const begun = performance.now();
      await ok(users[name], pathOf(at));
      if (at >= WARM) times[name].push(performance.now() - begun);
    }
  return { small: spread(times.small), large: spread(times.large) };
}

function spread(times) {
  times.sort((a, b) => a - b);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Common ones and rare ones. */
const WORDS = ['queue', 'friendly', 'parcel', 'depot', 'licence', 'smile', 'form', 'grace'];

const YEAR = 'weeks=52&against=year';
const LAST_QUARTER = 'from=2026-10-05&to=2027-01-03';

/** Another place each time where there are several, so that nothing is answered from what the last request had read. */
function pagesOf({ role, regions, areas, branches }) {
  const each = (codes, path) => (at) => path(codes[at % codes.length]);
  const pages = {};
  if (role === 'administrator') {
    pages['network compared'] = () => '/dashboard/compare';
    pages['comments of the network'] = () => '/dashboard/comments';
    pages['comments of the network, by a word'] = (at) => `/dashboard/comments?q=${WORDS[at % WORDS.length]}`;
    pages.network = () => '/dashboard';
    pages['network, a year against the year before'] = () => `/dashboard?${YEAR}`;
    pages['network, a quarter of the past'] = () => `/dashboard?${LAST_QUARTER}`;
  }
  if (role !== 'areaManager' && role !== 'postmaster') {
    pages['region compared'] = each(regions, (code) => `/regions/${code}/compare`);
    pages['comments of a region, by a word'] = each(WORDS, (word) => `/regions/${regions[0]}/comments?q=${word}`);
    pages.region = each(regions, (code) => `/regions/${code}`);
    pages['region, a year against the year before'] = each(regions, (code) => `/regions/${code}?${YEAR}`);
  }
  if (role !== 'postmaster') {
    pages.area = each(areas, (code) => `/areas/${code}`);
    pages['area, a year against the year before'] = each(areas, (code) => `/areas/${code}?${YEAR}`);
    pages['area, a quarter of the past'] = each(areas, (code) => `/areas/${code}?${LAST_QUARTER}`);
  }
  pages['comments of a unit'] = each(branches, (code) => `/units/${code}/comments`);
  pages.unit = each(branches, (code) => `/units/${code}`);
  pages['unit, a year against the year before'] = each(branches, (code) => `/units/${code}?${YEAR}`);
  pages['answers of a unit'] = each(branches, (code) => `/feedback/responses?unit=${code}`);
  pages['answers of a week'] = each(
    branches,
    (code) => `/feedback/responses?unit=${code}&from=${LAST_WEEK}&to=${LAST_WEEK}`,
  );
  return pages;
}

function targetsOf(results) {
  return results
    .filter(({ bound }) => bound !== undefined)
    .map(({ name, bound, value, unit }) => ({ name: `${name}, ${unit}`, bound, value, pass: value <= bound }));
}

async function ok(user, path) {
  const { status } = await user.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}
