/**
 * The two import files at the size of the whole organisation, always the same for the same size: units that moved area,
 * people who moved, left and came back, a few with two jobs. Written as text, so that nothing of ours makes what it reads;
 * with codes that the demo does not have, so that they can stand beside it.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const UNIT_HEADER = 'region_code,region_name,area_code,area_name,unit_code,unit_name,kind,nation,from,to';
export const PERSON_HEADER = 'reference,name,email,unit_code,role,from,to';

export const WHOLE_NETWORK = { units: 24_900, people: 60_000, areas: 300, regions: 12 };

const KINDS = ['branch', 'branch', 'branch', 'paymentPoint', 'paymentPoint', 'department'];
const NATIONS = ['england', 'england', 'england', 'wales', 'scotland', 'northernIreland'];
const FIRST = [
  'Ada',
  'Bryn',
  'Cerys',
  'Dafydd',
  'Esi',
  'Farah',
  'Gwen',
  'Huw',
  'Iona',
  'Jakub',
  'Kiran',
  'Leila',
  'Mair',
];
const LAST = [
  'Abbot',
  'Bevan',
  'Chandra',
  'Doyle',
  'Evans',
  'Fraser',
  'Griffiths',
  'Hussain',
  'Irvine',
  'Jones',
  'Kaur',
];

/** Lines of the units file, the header first. Every tenth unit has moved to the next area once. */
export function* unitLines({ units, areas, regions } = WHOLE_NETWORK) {
  yield UNIT_HEADER;
  for (let unit = 1; unit <= units; unit += 1) {
    const area = unit % areas;
    const moved = unit % 10 === 0;
    yield unitLine(unit, area, regions, '2015-04-01', moved ? '2023-03-31' : '');
    if (moved) yield unitLine(unit, (area + regions) % areas, regions, '2023-04-01', '');
  }
}

/** Lines of the people file, the header first: about five postings for four people. */
export function* peopleLines({ people, units, areas, regions } = WHOLE_NETWORK) {
  yield PERSON_HEADER;
  for (let area = 0; area < areas; area += 1)
    yield line(`m${area}`, nameOf(area), '', areaCode(area), 'areaManager', day(area), '');
  for (let region = 0; region < regions; region += 1)
    yield line(`r${region}`, nameOf(region), '', regionCode(region), 'regionalManager', day(region), '');
  for (let person = areas + regions; person < people; person += 1) yield* postingsOf(person, units);
}

/** @param lines without their line ends */
export async function writeLines(path, lines) {
  await pipeline(Readable.from(inChunks(lines)), createWriteStream(path));
}

function* inChunks(lines) {
  let chunk = '';
  for (const one of lines) {
    chunk += `${one}\n`;
    if (chunk.length < 64_000) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

function* postingsOf(person, units) {
  const reference = String(7_000_000 + person);
  const name = nameOf(person);
  const email = person % 3 === 0 ? `p${person}@example.org` : '';
  const here = unitCode((person % units) + 1);
  const there = unitCode(((person * 7) % units) + 1);
  const role = person % 5 === 0 ? 'postmaster' : 'staff';
  if (person % 8 === 1) yield line(reference, name, email, there, 'staff', '2016-01-04', day(person - 1));
  if (person % 16 === 5) yield line(reference, name, email, here, role, day(person), '2025-08-31');
  else yield line(reference, name, email, here, role, day(person), '');
  if (person % 16 === 9 && there !== here) yield line(reference, name, email, there, role, '2024-02-01', '');
  if (person % 16 === 13) yield line(reference, name, email, there, 'champion', '2025-01-06', '');
}

function unitLine(unit, area, regions, from, to) {
  const region = area % regions;
  const place = [regionCode(region), `Region ${region + 1}`, areaCode(area), `Area ${area + 1}`];
  const kind = KINDS[unit % KINDS.length];
  return line(...place, unitCode(unit), `Unit ${unit}`, kind, NATIONS[unit % NATIONS.length], from, to);
}

const line = (...cells) => cells.join(',');
const unitCode = (unit) => String(900_000 + unit);
const areaCode = (area) => `BA${String(area + 1).padStart(3, '0')}`;
const regionCode = (region) => `BR${String(region + 1).padStart(2, '0')}`;
const nameOf = (person) => `${FIRST[person % FIRST.length]} ${LAST[(person >> 3) % LAST.length]}-${person}`;

/** Somewhere between 2017 and 2022. */
function day(person) {
  return new Date(Date.UTC(2017, 0, 1 + (person % 1_900))).toISOString().slice(0, 10);
}
