import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { msg } from '../../platform/language/t.js';
import { type Metric, METRICS } from '../link-choice.js';

const CHOOSE = { message: msg('Choose one of these.') };
const KNOWN = { each: true, message: msg('Choose from the list.') };
const MANY = { message: msg('Choose up to 40.') };
const RELOAD = { message: msg('Reload the page and try again.') };

/** One value or several, as a form or an address sends them, made a list. */
const asList = ({ value }: TransformFnParams): unknown => (value === undefined ? [] : [value as unknown].flat());
/** A link from a study about several courses names them all; a plan is about the first. */
const first = ({ value }: TransformFnParams): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

/** A training to be given in waves, before it is made; it lives in the address while somebody looks. */
export class PlanChoiceForm {
  /** Empty to have one written. */
  @IsString() @MaxLength(120, { message: msg('Give it a name of up to 120 characters.') }) title = '';
  /** Slug. */
  @Transform(first) @IsString() @MaxLength(200, CHOOSE) course = '';
  @IsIn(METRICS, CHOOSE) metric: Metric = 'ease';
  @Transform(asList)
  @IsIn(UNIT_KINDS, KNOWN)
  @ArrayMinSize(1, { message: msg('Choose at least one kind of unit.') })
  @ArrayMaxSize(10, MANY)
  kinds: UnitKind[] = [];
  /** Codes; none for the whole network. */
  @Transform(asList) @IsString(KNOWN) @ArrayMaxSize(40, MANY) regions: string[] = [];
  @Matches(/^[1-6]$/, { message: msg('Choose from 1 to 6 waves.') }) waves = '2';
  @IsIn(['', 'yes'], CHOOSE) comparison = '';
  @IsString() @MaxLength(10, { message: msg('There’s no such day.') }) firstMonday = '';
  @Matches(/^([1-9]|1\d|2[0-6])$/, { message: msg('Give a whole number of weeks from 1 to 26.') }) weeksBetween = '4';
  @Matches(/^([7-9]|[1-8]\d|9[01])$/, { message: msg('Give a whole number of days from 7 to 91.') }) daysGiven = '28';
  /** Empty for the usual one of the course. */
  @IsString() @MaxLength(300, { message: msg('Say why in up to 300 characters.') }) reason = '';
}

/** The same, to be made as it was looked at. */
export class PlanForm extends PlanChoiceForm {
  /** Which lot was looked at (plan-lot.ts). */
  @Matches(/^[0-9a-f]{16}$/, RELOAD) lot = '';
  @IsUUID('4', RELOAD) formToken = '';
}
