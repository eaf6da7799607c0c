import { Transform, type TransformFnParams } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { UNIT_KINDS, type UnitKind } from '../../network/imports/codes.js';
import { msg } from '../../platform/language/t.js';
import { type Metric, METRICS } from '../link-choice.js';
import type { Weighting } from '../panel/study-panel.js';
import { CLUSTER_LEVELS, type ClusterLevel } from './study.js';

export const WEIGHTINGS: readonly Weighting[] = ['answers', 'equal'];

const CHOOSE = { message: msg('Choose one of these.') };
const KNOWN = { each: true, message: msg('Choose from the list.') };
const MANY = { message: msg('Choose up to 40.') };
const A_DAY = /^(\d{4}-\d{2}-\d{2})?$/;

/** One value or several, as a form or an address sends them, made a list. */
const asList = ({ value }: TransformFnParams): unknown => (value === undefined ? [] : [value as unknown].flat());

/** What somebody wants to know, before it is registered; it lives in the address while they look. */
export class StudyQuestionForm {
  @IsString() @MaxLength(120, { message: msg('Ask in up to 120 characters.') }) title = '';
  /** Slugs. */
  @Transform(asList) @IsString(KNOWN) @ArrayMaxSize(40, MANY) courses: string[] = [];
  /** Slug of a themed week, or '' for none. */
  @IsString() @MaxLength(200, CHOOSE) campaign = '';
  @IsIn(METRICS, CHOOSE) metric: Metric = 'ease';
  @Transform(asList)
  @IsIn(UNIT_KINDS, KNOWN)
  @ArrayMinSize(1, { message: msg('Choose at least one kind of unit.') })
  @ArrayMaxSize(10, MANY)
  kinds: UnitKind[] = [];
  /** Codes; none for the whole network. */
  @Transform(asList) @IsString(KNOWN) @ArrayMaxSize(40, MANY) regions: string[] = [];
  /** Any day of the first and of the last week; '' to have them chosen. */
  @Matches(A_DAY, { message: msg('Give a day of the first week, or leave it empty.') }) from = '';
  @Matches(A_DAY, { message: msg('Give a day of the last week, or leave it empty.') }) to = '';
  @Matches(/^([1-9]\d?|100)$/, { message: msg('Give a whole percentage from 1 to 100.') }) threshold = '80';
  @IsIn(WEIGHTINGS, CHOOSE) weighting: Weighting = 'answers';
  @IsIn(CLUSTER_LEVELS, CHOOSE) clusterLevel: ClusterLevel = 'unit';
}

/** The same, to be frozen and worked out. */
export class StudyForm extends StudyQuestionForm {
  @IsUUID('4', { message: msg('Reload the page and try again.') }) formToken = '';
}

/** Asks for a study to be worked out once more. */
export class StudyRunForm {
  @IsUUID('4', { message: msg('Reload the page and try again.') }) formToken = '';
}
