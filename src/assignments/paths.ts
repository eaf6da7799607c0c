export const assignmentsPath = '/assignments';
export const assignmentPath = (id: number): string => `/assignments/${id}`;
export const previewPath = '/assignments/preview';

/** What is chosen so far, as the first step and the preview carry it in their address. */
export interface Choice {
  course?: string;
  units?: readonly string[];
  area?: string;
  reason?: string;
  dueOn?: string;
}

/** Step one, with whatever is known already filled in: `newAssignmentPath({ course: 'put-it-right-first-time', units: ['021047'] })`. */
export function newAssignmentPath(choice: Choice = {}): string {
  const query = new URLSearchParams((choice.units ?? []).map((code): [string, string] => ['unit', code]));
  for (const name of ['course', 'area', 'reason', 'dueOn'] as const) {
    const value = choice[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/assignments/new?${text}` : '/assignments/new';
}
