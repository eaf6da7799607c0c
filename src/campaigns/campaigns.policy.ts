import { AREA_AND_ABOVE, CX_TEAM, UNIT_LEADERS, type Actor } from '../platform/actor.js';
import { can, EVERYONE, permission } from '../platform/permissions.js';
import { type Week, weekPhase } from './opening.js';
import type { IsoDate } from '../platform/dates.js';

export const campaignPermissions = {
  read: permission('campaigns.read', ...EVERYONE),
  pledge: permission('campaigns.pledge', ...EVERYONE),
  /** Read and print the week from the Thursday before. */
  preview: permission('campaigns.preview', ...UNIT_LEADERS, ...AREA_AND_ABOVE, ...CX_TEAM),
  /** Plan weeks, publish them and take them back. */
  plan: permission('campaigns.plan', 'author', 'administrator'),
  /** What the week did, for the network as a whole. */
  readResult: permission('campaigns.readResult', ...UNIT_LEADERS, 'champion', ...AREA_AND_ABOVE, ...CX_TEAM),
};

/** The result page has something to say from the week's first day on. */
export function maySeeResult(actor: Actor, week: Week, today: IsoDate): boolean {
  return can(actor, campaignPermissions.readResult) && weekPhase(week, today) !== 'before';
}
