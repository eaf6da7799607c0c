import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';
import {
  type Alert,
  type Condition,
  DELIVERIES,
  type Delivery,
  type Measure,
  MEASURES,
  type Rule,
  RULES,
} from './alert.js';

/** What somebody wants to be told about the place whose page `about` addresses. */
export class AlertForm {
  @IsString()
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('Load the page again and set the alert up once more.') })
  token = '';

  @IsString()
  @Length(1, 200)
  about = '';

  /** 'yes' for every unit by itself. */
  @IsOptional()
  @IsString()
  eachUnit = '';

  @IsIn(MEASURES, { message: msg('Choose what to watch.') })
  measure: (typeof MEASURES)[number] = 'ease';

  @IsIn(RULES, { message: msg('Choose when to tell you.') })
  rule: Rule = 'falls';

  @IsString()
  @Matches(/^(-?\d{1,4}(\.\d)?)?$/, { message: msg('Give the number in digits, such as 70.') })
  threshold = '';

  @IsIn(DELIVERIES, { message: msg('Choose how to tell you.') })
  delivery: Delivery = 'digest';

  /** 'save', or anything else to see first what it would have told. */
  @IsOptional()
  @IsString()
  next = '';
}

/** How many answer is not a score: its rule is its measure. */
export function conditionOf({ measure, rule, threshold }: AlertForm): Condition {
  const number = rule === 'falls' || threshold === '' ? null : Number(threshold);
  return { measure: (rule === 'few' ? 'responses' : measure) as Measure, rule, threshold: number };
}

/** An alert as it stands in its form. */
export function formOfAlert(alert: Alert, about: string, token: string): AlertForm {
  return Object.assign(new AlertForm(), {
    token,
    about,
    eachUnit: alert.eachUnit ? 'yes' : '',
    measure: alert.measure === 'responses' ? 'ease' : alert.measure,
    rule: alert.rule,
    threshold: alert.threshold === null ? '' : String(alert.threshold),
    delivery: alert.delivery,
  });
}
