import { UNIT_KINDS } from '../../network/imports/codes.js';
import type { RegionPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { campaignDetailsPath, campaignDraftPath } from '../paths.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { DetailsForm } from './campaign.forms.js';
import { hasBegun } from './frozen.js';
import { nameOf } from './list.presenter.js';
import { KIND_NAMES } from './say-audience.js';
import { savedMeanwhile } from './saved-meanwhile.js';

interface DetailsFacts {
  draft: CampaignDraft;
  regions: readonly RegionPlace[];
  /** A form that comes back; null when the page is opened. */
  sent: { problems: Problem[]; typed: DetailsForm } | null;
  today: IsoDate;
}

export function presentDetails({ draft, regions, sent, today }: DetailsFacts) {
  const saved = fieldsOf(draft);
  const form = sent === null ? saved : { ...saved, ...defined(sent.typed) };
  const problems = presentProblems(sent?.problems ?? []);
  const fixed = draft.campaignId !== null && hasBegun(draft.content, today);
  return {
    title: t('Name, dates and audience'),
    back: { href: campaignDraftPath(draft.id), text: nameOf(draft) },
    action: campaignDetailsPath(draft.id),
    revision: draft.revision,
    problems,
    errors: problems?.by ?? {},
    theirs: sent && savedMeanwhile(sent.typed.revision, draft, theirLines(saved, form)),
    form: { title: form.title, story: form.story, slug: form.slug, startsOn: form.startsOn, endsOn: form.endsOn },
    movable: !fixed,
    addressFixed: draft.publishedSlug !== null,
    areas: form.areas.join(', '),
    regions: regions.map(({ code, name }) => ({ value: code, text: name, checked: form.regions.includes(code) })),
    kinds: UNIT_KINDS.map((kind) => ({ value: kind, text: t(KIND_NAMES[kind]), checked: form.kinds.includes(kind) })),
  };
}

function fieldsOf({ content }: CampaignDraft) {
  const { title, story, slug, startsOn, endsOn, audience } = content;
  const { regions = [], areas = [], kinds = [] as string[] } = audience ?? {};
  return { title, story, slug, startsOn, endsOn, regions, areas, kinds };
}

type Fields = ReturnType<typeof fieldsOf>;

function theirLines(saved: Fields, typed: Fields) {
  return [
    { label: t('Name'), saved: saved.title, typed: typed.title },
    { label: t('Story'), saved: saved.story, typed: typed.story },
    { label: t('First day'), saved: saved.startsOn, typed: typed.startsOn },
    { label: t('Last day'), saved: saved.endsOn, typed: typed.endsOn },
    { label: t('Regions'), saved: saved.regions.join(', '), typed: typed.regions.join(', ') },
    { label: t('Areas'), saved: saved.areas.join(', '), typed: typed.areas.join(', ') },
    { label: t('Kinds of unit'), saved: saved.kinds.join(', '), typed: typed.kinds.join(', ') },
  ];
}

function defined(typed: DetailsForm): Partial<Fields> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined)) as Partial<Fields>;
}
