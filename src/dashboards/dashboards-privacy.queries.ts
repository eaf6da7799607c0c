import { msg } from '../platform/language/t.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

/** What dashboards hold about people: who recorded a change at a unit. */
export const DASHBOARDS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'dashboards.unitActions',
      title: msg('Changes at a unit that you recorded'),
      purpose: msg('So that training isn’t credited with what something else did. It belongs to the unit’s history.'),
      covers: ['unit_action.recorded_by'],
      sql: `select u.name as unit, a.happened_on, a.words, a.recorded_at
              from unit_action a join unit u on u.id = a.unit_id where a.recorded_by = $1 order by a.id`,
      columns: {
        unit: msg('Unit'),
        happened_on: msg('Since'),
        words: msg('Your words'),
        recorded_at: msg('Recorded'),
      },
    },
  ],
  changes: { 'unit.changeRecorded': msg('Recorded a change at a unit') },
  looks: {
    'unit.lookedAtTeam': msg('Looked at who finished what in a team'),
    'unit.downloadTeam': msg('Took away who finished what in a team as a file'),
  },
};
