export const assignmentsPath = '/assignments';
export const assignmentPath = (id: number): string => `/assignments/${id}`;
export const previewPath = '/assignments/preview';

export const extensionsPath = (id: number): string => `${assignmentPath(id)}/extensions`;
export const nudgesPath = (id: number): string => `${assignmentPath(id)}/nudges`;
export const undoingsPath = (id: number): string => `${assignmentPath(id)}/undoings`;
export const withdrawalsPath = (id: number): string => `${assignmentPath(id)}/withdrawals`;
export const assignmentMessagesPath = (id: number): string => `${assignmentPath(id)}/messages`;

/** How far a job is with it, as JSON. */
export const carryingPath = (id: number): string => `${assignmentPath(id)}/progress`;

/** One person under one assignment: how it stands, and what a manager can do about it. */
export const assignmentPersonPath = (id: number, reference: string): string =>
  `${assignmentPath(id)}/people/${encodeURIComponent(reference)}`;
export const decisionsPath = (id: number, reference: string): string =>
  `${assignmentPersonPath(id, reference)}/decisions`;

export const moreTimePath = (slug: string): string => `/courses/${slug}/more-time`;

/** What is chosen so far, as the first step and the preview carry it in their address. */
export interface Choice {
  course?: string;
  units?: readonly string[];
  area?: string;
  areas?: readonly string[];
  regions?: readonly string[];
  everywhere?: boolean;
  roles?: readonly string[];
  people?: readonly string[];
  reason?: string;
  dueOn?: string;
}

/** Step one, with whatever is known already filled in: `newAssignmentPath({ course: 'put-it-right-first-time', units: ['021047'] })`. */
export function newAssignmentPath(choice: Choice = {}): string {
  const query = new URLSearchParams(choiceFields(choice).map(({ name, value }): [string, string] => [name, value]));
  const text = query.toString();
  return text ? `/assignments/new?${text}` : '/assignments/new';
}

/** The choice as form fields. */
export function choiceFields(choice: Choice): { name: string; value: string }[] {
  const each = (name: string, values: readonly string[] = []) => values.map((value) => ({ name, value }));
  const one = (name: string, value = '') => (value === '' ? [] : [{ name, value }]);
  return [
    ...each('unit', choice.units),
    ...each('everyUnitOf', choice.areas),
    ...each('everyAreaOf', choice.regions),
    ...one('everywhere', choice.everywhere ? 'yes' : ''),
    ...each('role', choice.roles),
    ...each('person', choice.people),
    ...one('course', choice.course),
    ...one('area', choice.area),
    ...one('reason', choice.reason),
    ...one('dueOn', choice.dueOn),
  ];
}

/** `/assignments` narrowed to people. */
export function peoplePath(filter: {
  show?: string;
  unit?: string;
  course?: string;
  assignment?: number;
  page?: number;
}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== '') query.set(name, String(value));
  return `${assignmentsPath}?${query.toString()}`;
}

/** The same people as a file. */
export function peopleCsvPath(filter: Parameters<typeof peoplePath>[0]): string {
  return peoplePath(filter).replace(assignmentsPath, `${assignmentsPath}/people.csv`);
}

/** By branch and team as a file: of one assignment, or of all. */
export const unitsCsvPath = (id: number | null = null): string =>
  id === null ? `${assignmentsPath}/units.csv` : `${assignmentsPath}/units.csv?assignment=${id}`;
