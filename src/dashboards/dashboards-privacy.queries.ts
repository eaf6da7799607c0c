import { msg } from '../platform/language/t.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

/** What dashboards hold about people: who recorded a change at a unit, and what somebody did with the cards of their pages. */
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
    {
      kind: 'dashboards.cards',
      title: msg('Cards of a dashboard that you put aside or did'),
      purpose: msg('So that your pages show what is next. Only you see them.'),
      covers: ['card_decision.person_id'],
      sql: `select page, title, kind, note, decided_at, until from card_decision where person_id = $1 order by id`,
      columns: {
        page: msg('Page'),
        title: msg('Card'),
        kind: msg('What you did'),
        note: msg('Your words'),
        decided_at: msg('When'),
        until: msg('Until'),
      },
    },
  ],
  erases: [
    {
      kind: 'dashboards.cards',
      what: msg('Cards of a dashboard that they put aside or did'),
      sql: ['delete from card_decision where person_id = any ($1)'],
    },
  ],
  changes: {
    'unit.changeRecorded': msg('Recorded a change at a unit'),
    'place.told': msg('Wrote to whoever leads a place'),
  },
  looks: {
    'unit.lookedAtTeam': msg('Looked at who finished what in a team'),
    'unit.downloadTeam': msg('Took away who finished what in a team as a file'),
  },
};
