import { ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';
import { isIsoDate } from '../../platform/dates.js';

/** A day on the calendar of this century, as a date field sends it. */
@ValidatorConstraint({ name: 'realDate' })
export class RealDate implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return typeof value === 'string' && /^20\d\d-/.test(value) && isIsoDate(value);
  }
}
