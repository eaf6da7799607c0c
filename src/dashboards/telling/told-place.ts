/** The message to whoever leads a place, as its reader gets it. */
import type { PresentedMessage } from '../../notifications/message-kinds.service.js';
import type { MessageFacts } from '../../notifications/planned-message.js';
import { type Role, UNIT_LEADERS } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';
import type { RowsAre } from '../level.js';

export const TOLD = 'dashboards.told';

/** Who leads a place of this kind. */
export const LEADERS: Record<RowsAre, readonly Role[]> = {
  units: UNIT_LEADERS,
  areas: ['areaManager'],
  regions: ['regionalManager'],
};

export function sayTold(facts: MessageFacts): PresentedMessage {
  const text = (name: string) => String(facts[name] ?? '');
  const values = { name: text('from'), place: text('place') };
  return {
    title: t('{name} wrote to you about {place}', values),
    text: text('words'),
    path: text('path'),
    action: t('Open {place}', values),
  };
}
