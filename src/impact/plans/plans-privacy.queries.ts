import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/** Plans hold places. What is kept about people is who made and who stopped them. */
export const PLANS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'impact.plans',
      title: msg('Trainings in waves that you planned'),
      purpose: msg('So that it’s known who drew a lot, and in whose name its waves ask.'),
      covers: ['wave_plan.made_by'],
      sql: 'select title, reason, made_at from wave_plan where made_by = $1 order by id',
      columns: { title: msg('Plan'), reason: msg('Why'), made_at: msg('Made') },
    },
    {
      kind: 'impact.stoppedPlans',
      title: msg('Trainings in waves that you stopped'),
      purpose: msg('So that it’s known who stopped a lot before it had ended.'),
      covers: ['wave_plan.stopped_by'],
      sql: 'select title, stopped_at from wave_plan where stopped_by = $1 order by id',
      columns: { title: msg('Plan'), stopped_at: msg('Stopped') },
    },
  ],
  keeps: [
    {
      kind: 'impact.planners',
      period: { unit: 'months', standard: 84, least: 36, most: 120 },
      time: 'product',
      what: msg('Who planned a training in waves, or stopped one'),
      stays: msg('The plan with its lot, and what its waves asked.'),
      old: `select id from wave_plan p where made_at < $1 and (made_by is not null or stopped_by is not null)
               and (stopped_at is not null or not exists (select from wave w where w.plan_id = p.id and w.begun_at is null))
             order by id`,
      goes: `gone as (update wave_plan p set made_by = null, stopped_by = null from old where p.id = old.id returning 1)`,
    },
  ],
  changes: {
    'impact.makePlan': msg('Planned a training in waves'),
    'impact.stopPlan': msg('Stopped a training in waves'),
  },
  subjects: { wavePlan: msg('Training in waves') },
};
