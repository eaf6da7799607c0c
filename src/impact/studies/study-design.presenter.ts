import { KIND_NAMES } from '../../campaigns/studio/say-audience.js';
import { coursePath } from '../../courses/paths.js';
import { campaignResultPath } from '../../campaigns/paths.js';
import { addDays, type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList, sayMoment, sayPercent } from '../../platform/say.js';
import { METRIC_NAMES } from '../link-choice.js';
import type { ResultRow } from './studies.queries.js';
import type { Study } from './study.js';
import { CLUSTER_NAMES, WEIGHTING_NAMES } from './study-names.js';

interface Registered {
  study: Study;
  /** The result that is shown; null without one. */
  result: ResultRow | null;
  regions: readonly { id: number; name: string }[];
  /** When a run last found that nothing had changed since. */
  sameSince: Date | null;
}

/** What was fixed before anybody looked, and on which data the result stands. */
export function presentDesign({ study, result, regions, sameSince }: Registered) {
  return {
    facts: [
      { name: t('Training'), value: trainingOf(study), links: linksOf(study) },
      fact(t('The one outcome'), t(METRIC_NAMES[study.metric])),
      fact(t('Units'), unitsOf(study, regions)),
      fact(t('Weeks'), weeksOf(study.weeks)),
      fact(t('Trained'), trainedOf(study)),
      fact(t('What counts how much'), t(WEIGHTING_NAMES[study.weighting].name)),
      fact(t('How it was given'), t(CLUSTER_NAMES[study.clusterLevel].name)),
      fact(t('Registered'), registeredOf(study)),
      ...(result ? dataFacts(result, sameSince) : []),
    ],
    frozen: t('Registered before anybody looked, and not changed since. Another question is another study.'),
  };
}

const fact = (name: string, value: string) => ({ name, value, links: null });

function trainingOf({ campaign, courses }: Study): string {
  return campaign ? t('All courses of {week}', { week: campaign.title }) : sayList(courses.map(({ title }) => title));
}

function linksOf({ campaign, courses }: Study) {
  if (campaign)
    return [{ text: t('All courses of {week}', { week: campaign.title }), href: campaignResultPath(campaign.slug) }];
  return courses.map(({ slug, title }) => ({ text: title, href: coursePath(slug) }));
}

function unitsOf({ kinds, regionIds }: Study, regions: Registered['regions']): string {
  const names = sayList(kinds.map((kind) => t(KIND_NAMES[kind])));
  if (regionIds === null) return t('{kinds} of the whole network', { kinds: names });
  const where = regions.filter(({ id }) => regionIds.includes(id)).map(({ name }) => name);
  return t('{kinds} in {places}', { kinds: names, places: sayList(where) });
}

const weeksOf = ({ from, to }: { from: IsoDate; to: IsoDate }) =>
  t('{from} to {to}', { from: sayFullDate(from), to: sayFullDate(addDays(to, 6)) });

function trainedOf({ wavePlanId, threshold }: Study): string {
  return wavePlanId === null
    ? t('From the week in which {share} of its people hold it', { share: sayPercent(threshold) })
    : t('From the Monday of its wave, as the lot fell');
}

function registeredOf({ registeredAt, registeredBy }: Study): string {
  const moment = sayMoment(registeredAt);
  return registeredBy ? t('{moment}, {name}', { moment, name: registeredBy }) : moment;
}

function dataFacts({ closedTo, workedOutAt, dataVersion }: ResultRow, sameSince: Date | null) {
  return [
    fact(t('Answers up to'), sayFullDate(addDays(closedTo, 6))),
    fact(t('Worked out'), sayMoment(workedOutAt)),
    ...(sameSince ? [fact(t('Nothing new in the data'), sayFullDate(londonDate(sameSince)))] : []),
    fact(t('Data version'), dataVersion.slice(0, 12)),
  ];
}
