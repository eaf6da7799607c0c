import { msg } from '../../platform/language/t.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

/** What saved views hold about people. A published one belongs to everybody and stays when its maker has left. */
export const SAVED_VIEWS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'dashboards.views',
      title: msg('Views of dashboards that you saved'),
      purpose: msg('So that you find your pages again as you chose them.'),
      covers: ['saved_view.person_id', 'start_view.person_id'],
      sql: `select v.name, v.level, v.code, v.choices, v.saved_at, v.deleted_at, s.chosen_at as start_at
              from saved_view v left join start_view s on s.view_id = v.id and s.person_id = v.person_id
             where v.person_id = $1 order by v.id`,
      columns: {
        name: msg('Name'),
        level: msg('Kind of place'),
        code: msg('Code'),
        choices: msg('Choices in its address'),
        saved_at: msg('Saved'),
        deleted_at: msg('Deleted'),
        start_at: msg('Opens first since'),
      },
    },
  ],
  erases: [
    {
      kind: 'dashboards.views',
      what: msg('Views of dashboards that they saved'),
      sql: [
        'delete from start_view where person_id = any ($1)',
        'delete from start_view where view_id in (select id from saved_view where person_id = any ($1) and published_at is null)',
        'delete from saved_view where person_id = any ($1) and published_at is null',
      ],
    },
  ],
  subjects: { savedView: msg('Saved view') },
  changes: {
    'savedView.published': msg('Published a saved view'),
    'savedView.withdrawn': msg('Took back a saved view that was published'),
  },
};
