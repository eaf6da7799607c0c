import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/** What alerts hold about people: what they want to be told, and what they were. */
export const ALERTS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'dashboards.alerts',
      title: msg('Alerts that you set up'),
      purpose: msg('So that you’re told what you asked to be told.'),
      covers: ['alert.person_id'],
      sql: `select a.level, a.measure, a.rule, a.threshold, a.delivery, a.made_at, a.paused_at, a.deleted_at,
                   (select count(*) from alert_told t where t.alert_id = a.id) as told
              from alert a where a.person_id = $1 order by a.id`,
      columns: {
        level: msg('Kind of place'),
        measure: msg('Measure'),
        rule: msg('Rule'),
        threshold: msg('Number'),
        delivery: msg('How you’re told'),
        made_at: msg('Set up'),
        paused_at: msg('Paused'),
        deleted_at: msg('Deleted'),
        told: msg('Times told'),
      },
    },
  ],
  erases: [
    {
      kind: 'dashboards.alerts',
      what: msg('Alerts that they set up, and what those told'),
      sql: [
        'delete from alert_raised where alert_id in (select id from alert where person_id = any ($1))',
        'delete from alert_told where alert_id in (select id from alert where person_id = any ($1))',
        'delete from alert where person_id = any ($1)',
      ],
    },
  ],
};
