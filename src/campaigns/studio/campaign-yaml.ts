import { stringify } from 'yaml';
import type { Audience } from '../audience.js';
import { contentOf, type DraftCampaign } from './draft.js';

/**
 * A week as a file of content/campaigns, in the order in which authors write it. Reading it gives the same week; what is
 * still empty is written as empty, and its reader names the line.
 */
export function campaignYaml(draft: DraftCampaign): string {
  const { slug, title, story, look, startsOn, endsOn, audience, days } = contentOf(draft);
  const week = { slug, title, story, look, startsOn, endsOn, ...(audience && { audience: written(audience) }) };
  return stringify({ ...week, days }, { lineWidth: 0 });
}

/** Lists that do not narrow are left out. */
function written({ regions, areas, kinds }: Audience): object {
  return Object.fromEntries(Object.entries({ regions, areas, kinds }).filter(([, codes]) => codes.length > 0));
}
