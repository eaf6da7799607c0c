/** Whom a list of people shows: read from the address, so that a link shows a colleague the same. */
import { type Role, ROLES } from '../../platform/actor.js';
import { type IsoDate, isIsoDate } from '../../platform/dates.js';
import type { PlaceKind } from '../roles.js';

export const SHOWS = ['inPost', 'onLeave', 'joining', 'left', 'unitClosed'] as const;
/** In post on the day, of those on long leave, not begun yet, gone, or in post in a unit that has closed. */
export type Show = (typeof SHOWS)[number];

export interface PlaceWanted {
  kind: PlaceKind;
  code: string;
}

/** Where a page of the list begins or ends: the sort keys of its neighbour's row, never a look-up of somebody. */
export interface Edge {
  name: string;
  reference: string;
}

export interface PeopleFilter {
  find: string;
  role: Role | null;
  place: PlaceWanted | null;
  show: Show;
  /** The day that was asked for; null for today. */
  on: IsoDate | null;
  after: Edge | null;
  before: Edge | null;
}

const LONGEST_SEARCH = 400;

/** Anything that is not one of the choices is as if it had not been asked; a wrong day is told by `dayProblem`. */
export function readPeopleFilter(query: Record<string, unknown>): PeopleFilter {
  const on = textOf(query.on);
  return {
    find: textOf(query.find).slice(0, LONGEST_SEARCH),
    role: ROLES.find((role) => role === query.role) ?? null,
    place: readPlace(textOf(query.place)),
    show: SHOWS.find((show) => show === query.show) ?? 'inPost',
    on: isIsoDate(on) ? on : null,
    after: readEdge(textOf(query.after)),
    before: readEdge(textOf(query.before)),
  };
}

/** The same choices for an address, without those that are the usual ones. */
export function writePeopleFilter(filter: Partial<PeopleFilter>): [name: string, value: string][] {
  const { find, role, place, show, on, after, before } = filter;
  const written: [string, string][] = [];
  if (find) written.push(['find', find]);
  if (role) written.push(['role', role]);
  if (place) written.push(['place', writePlace(place)]);
  if (show && show !== 'inPost') written.push(['show', show]);
  if (on) written.push(['on', on]);
  if (after) written.push(['after', writeEdge(after)]);
  if (before) written.push(['before', writeEdge(before)]);
  return written;
}

/** 'area:A07'. */
export const writePlace = ({ kind, code }: PlaceWanted): string => `${kind}:${code}`;

function readPlace(text: string): PlaceWanted | null {
  const [, kind, code] = /^(unit|area|region):(.{1,40})$/u.exec(text) ?? [];
  return kind && code ? { kind: kind as PlaceKind, code } : null;
}

/** 'sam kaur~100001': a reference holds no tilde, so the last one divides. */
const writeEdge = ({ name, reference }: Edge): string => `${name}~${reference}`;

function readEdge(text: string): Edge | null {
  const at = text.lastIndexOf('~');
  return at < 1 || text.length > 300 ? null : { name: text.slice(0, at), reference: text.slice(at + 1) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').trim() : '';
}

/** What somebody looks for: references that were pasted, or a name or the beginning of a reference. */
export type Sought = { references: string[] } | { text: string } | null;

/** Several words that all hold a digit are references; 'sam kaur' and '1000' are not. */
export function soughtIn(find: string): Sought {
  const words = find.split(/[\s,;]+/).filter(Boolean);
  if (words.length === 0) return null;
  const pasted = words.length > 1 && words.every((word) => /\d/.test(word));
  return pasted ? { references: [...new Set(words)] } : { text: find };
}
