import type { AssignedCourse } from '../assignments/requirements/assigned-course.js';
import { sayList } from '../platform/say.js';

/** Why a course is on somebody's list: 'Dawn Mercer asked for this: “Customers are being sent elsewhere.”' */
export function whyAssigned({ reasons }: Pick<AssignedCourse, 'reasons'>): string {
  const [latest, ...others] = reasons;
  if (!latest) return 'Your manager asked for this.';
  const also = new Set(others.map((one) => one.by).filter((by) => by !== latest.by));
  return `${sayList([latest.by, ...also])} asked for this: “${latest.reason}”`;
}
