/** What a course, a theme or a number that an alert names is called, and how the values of a number are said. */
import type { Grain, Metric } from '../../feedback/custom-metrics/metric.js';
import { sayValue } from '../../feedback/custom-metrics/say-metric.js';
import { language } from '../../platform/language/language.js';

export interface Subject {
  name: string;
  /** '' where it has no Welsh name of its own. */
  nameCy: string;
  /** Of a number. */
  number: NumberSaid | null;
}

export type NumberSaid = Pick<Metric, 'unit' | 'unitCy' | 'decimals'> & { grain: Grain };

export const subjectName = ({ name, nameCy }: Subject): string =>
  language() === 'cy' && nameCy !== '' ? nameCy : name;

/** '1,240 visitors'; bare where nobody knows any more how it is said. */
export const saySubjectValue = (subject: Subject | null, value: number): string =>
  subject?.number ? sayValue(subject.number, value) : String(value);
