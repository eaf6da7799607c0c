import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { msg } from '../../platform/language/t.js';
import { AUDIENCES, DIRECTIONS, GRAINS, METRIC_KINDS, METRIC_LEVELS, type MetricDraft } from './metric.js';

const RELOAD = { message: msg('Reload the page and try again.') };
const CHOOSE = { message: msg('Choose one of these.') };
const SHORT = { message: msg('Write up to 40 characters.') };

/** One value or several, as a form sends them, made a list of texts. */
const asList = ({ value }: TransformFnParams): unknown => (value === undefined ? [] : [value as unknown].flat());

/** What a number is, who sees it, and how it is put together. */
export class MetricForm {
  @Length(1, 80, { message: msg('Name the number, in up to 80 characters.') }) name = '';
  @Length(1, 80, { message: msg('Name it in Welsh, in up to 80 characters.') }) nameCy = '';
  @IsString() @MaxLength(40, SHORT) unit = '';
  @IsString() @MaxLength(40, SHORT) unitCy = '';
  @IsString() @MaxLength(40, SHORT) weightName = '';
  @IsString() @MaxLength(40, SHORT) weightNameCy = '';
  @Matches(/^[0-4]$/, { message: msg('Choose 0 to 4 decimal places.') }) decimals = '0';
  @IsIn(DIRECTIONS, CHOOSE) direction: MetricDraft['direction'] = 'higher';
  @IsIn(METRIC_KINDS, CHOOSE) kind: MetricDraft['kind'] = 'count';
  @IsIn(GRAINS, CHOOSE) grain: MetricDraft['grain'] = 'week';
  @IsIn(METRIC_LEVELS, CHOOSE) level: MetricDraft['level'] = 'unit';
  @IsIn(AUDIENCES, CHOOSE) audience: MetricDraft['audience'] = 'everyone';
  @IsIn(['', ...DRIVERS], CHOOSE) driver: Driver | '' = '';
  @Transform(asList) @IsIn(UNIT_KINDS, { each: true, ...CHOOSE }) @ArrayMaxSize(10, CHOOSE) unitKinds: UnitKind[] = [];
  @IsUUID('4', RELOAD) formToken = '';
}

/** One number typed for one place and period. */
export class ValueForm {
  @IsString() @MaxLength(60, { message: msg('Give the code of the place.') }) place = '';
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: msg('Choose a day of the period.') }) day = '';
  @Length(1, 30, { message: msg('Write the number.') }) value = '';
  @IsString() @MaxLength(30, { message: msg('Write the number.') }) weight = '';
  @IsUUID('4', RELOAD) formToken = '';
}

/** A file of values. */
export class ValueFileForm {
  @IsUUID('4', { message: msg('Reload the page and choose the file again.') }) formToken!: string;
}

/** Which column of a file of values is what; '' for none. */
export class ValueMappingForm {
  @IsIn(['long', 'wide'], CHOOSE) form: 'long' | 'wide' = 'long';
  @IsString() @MaxLength(1000, SHORT) place = '';
  @IsIn(['code', 'name'], CHOOSE) match: 'code' | 'name' = 'code';
  @IsString() @MaxLength(1000, SHORT) time = '';
  @IsString() @MaxLength(60, SHORT) format = 'ISO';
  @IsString() @MaxLength(1000, SHORT) value = '';
  @IsString() @MaxLength(1000, SHORT) weight = '';
  @IsIn(['show', 'save'], { message: msg('Choose one of the two buttons.') }) act: 'show' | 'save' = 'show';
}
