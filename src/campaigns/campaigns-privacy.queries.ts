import { msg, t } from '../platform/language/t.js';
import type { PrivacyOfModule } from '../platform/privacy/privacy-of-module.js';

/** What themed weeks hold about people: pledges, and who planned a week. */
export const CAMPAIGNS_PRIVACY: PrivacyOfModule = {
  holds: [
    {
      kind: 'campaigns.pledges',
      title: msg('What you pledged in themed weeks'),
      purpose: msg('For your own memory and for the wall of your branch, where it carries no name.'),
      covers: ['pledge.person_id'],
      sql: `select c.title as week, d.title as theme, d.held_on, u.name as unit, p.words, p.made_at
              from pledge p join theme_day d on d.id = p.theme_day_id join campaign c on c.id = d.campaign_id
              left join unit u on u.id = p.unit_id where p.person_id = $1 order by p.made_at, p.id`,
      columns: {
        week: msg('Week'),
        theme: msg('Theme'),
        held_on: msg('Day'),
        unit: msg('Where you worked'),
        words: msg('Your words'),
        made_at: msg('When'),
      },
    },
    {
      kind: 'campaigns.drafts',
      title: msg('Themed weeks you planned'),
      purpose: msg('So that authors know who planned what, and a change can be taken back.'),
      covers: ['campaign_draft.made_by', 'campaign_draft_change.changed_by'],
      sql: `select c.content ->> 'title' as week, c.revision, c.words, c.changed_at
              from campaign_draft_change c where c.changed_by = $1
            union all
            select d.published_slug, null, null, d.made_at from campaign_draft d
             where d.made_by = $1 and not exists (select from campaign_draft_change c where c.draft_id = d.id and c.changed_by = $1)
             order by 4, 2`,
      columns: {
        week: msg('Week'),
        revision: msg('Change number'),
        words: msg('What'),
        changed_at: msg('When'),
      },
      says: { words: (kept) => t(kept) },
    },
  ],
  keeps: [
    {
      kind: 'campaigns.pledges',
      period: { unit: 'months', standard: 24, least: 3, most: 60 },
      time: 'product',
      what: msg('The words of pledges'),
      stays: msg('That somebody pledged: every count of a week stays.'),
      old: `select id from pledge where made_at < $1 and words <> '–' order by made_at`,
      goes: `gone as (update pledge p set words = '–' from old where p.id = old.id returning 1)`,
    },
  ],
  erases: [
    {
      kind: 'campaigns.pledges',
      what: msg('The words of their pledges'),
      sql: [`update pledge set words = '–' where person_id = any ($1) and words <> '–'`],
    },
  ],
  changes: {
    'campaigns.draftDeleted': msg('Deleted a plan of a themed week'),
    'campaigns.published': msg('Published a themed week'),
    'campaigns.takenBack': msg('Took a themed week back'),
  },
  subjects: { campaignDraft: msg('Plan of a themed week') },
};
