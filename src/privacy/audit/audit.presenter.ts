import { t } from '../../platform/language/t.js';
import type { AuditActions } from '../../platform/privacy/audit-actions.js';
import { sayMoment } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { auditPath } from '../paths.js';
import { type AuditFilter, auditPagePath } from './audit-filter.js';
import type { AuditRow } from './audit.queries.js';

export interface AuditFacts {
  filter: AuditFilter;
  before: number | null;
  rows: readonly AuditRow[];
  more: boolean;
  actions: AuditActions;
}

export function presentAudit({ filter, before, rows, more, actions }: AuditFacts) {
  return {
    title: t('Audit log'),
    sub: t('Who looked at or changed what. Entries are only ever added: nobody can change or delete one.'),
    action: auditPath,
    filters: presentFilters(filter, actions),
    heads: [t('When'), t('Who'), t('What'), t('About')],
    rows: rows.map((row) => ({
      when: sayMoment(row.recordedAt),
      who: row.actorName ?? THE_PRODUCT(),
      reference: row.actorReference,
      what: sayAction(row.action, actions),
      looked: actions.find(row.action)?.kind === 'looked',
      about: saySubject(row, actions),
    })),
    newest: before === null ? null : auditPagePath(filter),
    older: more ? auditPagePath(filter, rows.at(-1)?.id ?? null) : null,
    csv: csvPath(auditPagePath(filter)),
  };
}

/** The same as a file, with all that the entry holds; moments in ISO 8601, UTC. */
export function auditColumns(actions: AuditActions): CsvColumn<AuditRow>[] {
  return [
    { heading: t('When'), of: (row) => row.recordedAt.toISOString() },
    { heading: t('Reference'), of: (row) => row.actorReference },
    { heading: t('Who'), of: (row) => row.actorName ?? THE_PRODUCT() },
    { heading: t('What'), of: (row) => sayAction(row.action, actions) },
    { heading: t('Action'), of: (row) => row.action },
    { heading: t('About'), of: (row) => saySubject(row, actions) },
    { heading: t('Kind of subject'), of: (row) => row.subjectKind },
    { heading: t('Number of the subject'), of: (row) => row.subjectId },
    { heading: t('More'), of: (row) => (Object.keys(row.detail).length > 0 ? JSON.stringify(row.detail) : null) },
    { heading: t('Request'), of: (row) => row.requestId },
  ];
}

/** In words; an action of an older version that nobody knows any more as it is written. */
export function sayAction(action: string, actions: AuditActions): string {
  const known = actions.find(action);
  return known ? t(known.label) : action;
}

function saySubject({ subjectKind, subjectId, subjectName }: AuditRow, actions: AuditActions): string {
  const words = actions.subject(subjectKind);
  const kind = words ? t(words) : subjectKind;
  if (subjectName !== null) return t('{kind}: {name}', { kind, name: subjectName });
  return /^\d+$/.test(subjectId) ? t('{kind} {number}', { kind, number: subjectId }) : kind;
}

const THE_PRODUCT = () => t('The product itself');

function presentFilters(filter: AuditFilter, actions: AuditActions) {
  return {
    kinds: [
      { value: '', text: t('Looked at or changed'), selected: filter.kind === null },
      { value: 'looked', text: t('Looked at'), selected: filter.kind === 'looked' },
      { value: 'changed', text: t('Changed'), selected: filter.kind === 'changed' },
    ],
    actions: [
      { value: '', text: t('Everything'), selected: filter.action === null },
      ...actions.actions
        .map(({ action, label }) => ({ value: action, text: t(label), selected: filter.action === action }))
        .sort((a, b) => a.text.localeCompare(b.text)),
    ],
    actor: filter.actor,
    person: filter.person,
    unit: filter.unit,
    day: filter.day,
    clear: auditPagePath(filter) === auditPath ? null : auditPath,
  };
}
