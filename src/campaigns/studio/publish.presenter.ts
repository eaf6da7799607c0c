import { t } from '../../platform/language/t.js';
import { sayRange } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { campaignDetailsPath, campaignDraftPath, campaignPublishPath, draftDayPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import { nameOf } from './list.presenter.js';
import type { Finding, Readiness } from './readiness.js';
import { sayAudience } from './say-audience.js';

/** What stands in the way, what to know, and the button. */
export function presentPublish(draft: CampaignDraft, { blocks, warnings }: Readiness, problems: Problem[]) {
  const { id, content, revision } = draft;
  const linked = (finding: Finding) => ({
    text: finding.sentence,
    path: finding.day === null ? campaignDetailsPath(id) : draftDayPath(id, finding.day),
  });
  return {
    title: t('Publish {name}', { name: nameOf(draft) }),
    back: { href: campaignDraftPath(id), text: nameOf(draft) },
    problems: presentProblems(problems),
    blocks: blocks.map(linked),
    warnings: warnings.map(linked),
    facts: [
      t('{dates}, for: {audience}.', {
        dates: sayRange(content.startsOn, content.endsOn),
        audience: sayAudience(content.audience),
      }),
      t(
        'Staff see each day from its date on. Postmasters and managers can read and print everything from the Thursday before.',
      ),
      t('Until it begins you can take it back. After that, only words may change.'),
    ],
    action: blocks.length === 0 ? campaignPublishPath(id) : null,
    button: draft.campaignId === null ? t('Publish the week') : t('Publish the changes'),
    revision,
  };
}
