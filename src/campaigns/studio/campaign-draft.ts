import type { IsoDate } from '../../platform/dates.js';
import { type WeekPhase, weekPhase } from '../opening.js';
import type { DraftCampaign } from './draft.js';

/** A week at the studio: its newest state, and how that stands to what everybody sees. */
export interface CampaignDraft {
  id: number;
  /** Null while nobody sees it. */
  campaignId: number | null;
  /** The address under which it was once published; it stays for good. */
  publishedSlug: string | null;
  /** The revision that everybody sees, null when it never was published. */
  publishedRevision: number | null;
  /** Goes up by one with every change; a form sends back the one that its page showed. */
  revision: number;
  /** Everybody sees something else than the newest state. */
  unpublished: boolean;
  content: DraftCampaign;
  /** What the newest change did. */
  words: string;
  changedAt: Date;
  /** Null for what a file said. */
  changedBy: string | null;
}

export type DraftState = 'draft' | 'planned' | 'running' | 'over';

const STATES: Record<WeekPhase, DraftState> = {
  before: 'planned',
  running: 'running',
  catchUp: 'over',
  closed: 'over',
};

/** A week that nobody sees is a draft, whatever its dates. */
export function stateOf({ campaignId, content }: CampaignDraft, today: IsoDate): DraftState {
  return campaignId === null ? 'draft' : STATES[weekPhase(content, today)];
}
