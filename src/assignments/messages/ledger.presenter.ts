import type { MessageKinds } from '../../notifications/message-kinds.service.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayNumber, sayTime } from '../../platform/say.js';
import type { AssignmentRow } from '../assignments.queries.js';
import { assignmentPath } from '../paths.js';
import { type Ledger, MOST_TOLD, type Told } from './told.queries.js';

/** "Who was told?": each message, when, and what became of it. */
export function presentLedger(
  assignment: AssignmentRow,
  { rows, counts }: Ledger,
  kinds: MessageKinds,
  today: IsoDate,
) {
  const fact = (label: string, n: number) => ({ label, value: sayNumber(n), note: null, path: null });
  return {
    title: t('Who was told: {title}', { title: assignment.courseTitle }),
    heading: t('Who was told?'),
    sub: t('Every message about this, the latest first.'),
    backPath: assignmentPath(assignment.id),
    backText: assignment.courseTitle,
    facts: [
      fact(t('Told'), counts.sent),
      fact(t('Still to go out'), counts.planned),
      fact(t('Called off'), counts.suppressed),
      fact(t('Came back'), counts.bounced),
    ],
    rows: rows.length > 0 ? rows.map((row) => presentTold(row, kinds, today)) : null,
    more:
      counts.total > MOST_TOLD
        ? t('The latest {n} of {total} are shown.', { n: sayNumber(MOST_TOLD), total: sayNumber(counts.total) })
        : null,
    empty: { title: t('Nobody has been told yet'), text: t('Messages wait until the day of undoing is over.') },
  };
}

function presentTold(row: Told, kinds: MessageKinds, today: IsoDate) {
  const name = kinds.all.get(row.kind)?.name;
  return {
    name: row.name,
    kind: name ? t(name) : row.kind,
    when: sayWhen(row.sentAt ?? row.plannedFor, today),
    ...stateOf(row),
    why: row.why ? t(row.why) : null,
  };
}

function sayWhen(at: Date, today: IsoDate): string {
  return t('{day}, {time}', { day: sayDate(londonDate(at), today), time: sayTime(at) });
}

function stateOf({ state, channel, readAt }: Told): { state: string; tone: 'good' | 'bad' | null } {
  if (state === 'suppressed') return { state: t('Called off'), tone: null };
  if (state === 'bounced') return { state: t('The e-mail came back'), tone: 'bad' };
  if (readAt) return { state: t('Read'), tone: 'good' };
  if (state !== 'sent') return { state: t('Waits'), tone: null };
  return channel === 'email' ? { state: t('E-mailed'), tone: 'good' } : { state: t('Kept in the app'), tone: null };
}
