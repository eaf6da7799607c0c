import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { msg } from '../../platform/language/t.js';
import { type Alert, ANY_RISE, type Condition, DELIVERIES, type Delivery, FUNNEL_LIMIT, RULES } from './alert.js';
import { familyOf, type Measure, MEASURE_SENT } from './measure.js';

/** A theme rises, which is kept as a measure of its own. */
export const FORM_RULES = [...RULES, 'rises'] as const;
export type FormRule = (typeof FORM_RULES)[number];

/** What somebody wants to be told about the place whose page `about` addresses. */
export class AlertForm {
  @IsString()
  @Matches(/^[0-9a-f-]{36}$/, { message: msg('Load the page again and set the alert up once more.') })
  token = '';

  @IsString()
  @Length(1, 200)
  about = '';

  /** One of FAMILIES: what the form offers. */
  @IsOptional()
  @IsString()
  what = '';

  /** 'yes' for every unit by itself. */
  @IsOptional()
  @IsString()
  eachUnit = '';

  @Matches(MEASURE_SENT, { message: msg('Choose what to watch.') })
  measure = 'ease';

  @IsIn(FORM_RULES, { message: msg('Choose when to tell you.') })
  rule: FormRule = 'falls';

  @IsString()
  @Matches(/^(-?\d{1,9}(\.\d{1,4})?)?$/, { message: msg('Give the number in digits, such as 70.') })
  threshold = '';

  @IsIn(DELIVERIES, { message: msg('Choose how to tell you.') })
  delivery: Delivery = 'digest';

  /** 'save', or anything else to see first what it would have told. */
  @IsOptional()
  @IsString()
  next = '';
}

/** How many answer is not a score, and a rise no count: there the rule is the measure. */
export function conditionOf({ measure: sent, rule, threshold }: AlertForm): Condition {
  const measure = sent as Measure;
  if (rule === 'rises') return rising(measure);
  if (measure === 'funnel') return { measure, rule, threshold: FUNNEL_LIMIT };
  const number = rule === 'falls' || threshold === '' ? null : Number(threshold);
  if (rule === 'few' && familyOf(measure) === 'answers') return { measure: 'responses', rule, threshold: number };
  return { measure, rule, threshold: number };
}

/** Nothing but a theme rises: anything else is refused for its missing number. */
function rising(measure: Measure): Condition {
  const isTheme = measure.startsWith('theme:');
  const kept = measure.replace(/^theme:/, 'rising:') as Measure;
  return { measure: kept, rule: 'above', threshold: isTheme ? ANY_RISE : null };
}

/** An alert as it stands in its form. */
export function formOfAlert(alert: Alert, about: string, token: string): AlertForm {
  const { measure, rule, threshold } = alert;
  const rises = measure.startsWith('rising:');
  return Object.assign(new AlertForm(), {
    token,
    about,
    what: familyOf(measure),
    eachUnit: alert.eachUnit ? 'yes' : '',
    measure: measure === 'responses' ? 'ease' : measure.replace(/^rising:/, 'theme:'),
    rule: rises ? 'rises' : rule,
    threshold: threshold === null || rises || measure === 'funnel' ? '' : String(threshold),
    delivery: alert.delivery,
  });
}
