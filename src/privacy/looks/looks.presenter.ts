import { t } from '../../platform/language/t.js';
import type { AuditActions } from '../../platform/privacy/audit-actions.js';
import { sayMoment } from '../../platform/say.js';
import { sayAction } from '../audit/audit.presenter.js';
import { looksPath, myDataPath } from '../paths.js';
import type { Look } from './looks.queries.js';

export function presentLooks(looks: readonly Look[], actions: AuditActions) {
  return {
    title: t('Who looked at your results'),
    sub: t('In the last 12 months. Managers see how far you are and whether you passed, never what you answered.'),
    backPath: myDataPath,
    heads: [t('When'), t('Who'), t('What')],
    rows: looks.map(({ at, name, action }) => ({ when: sayMoment(at), who: name, what: sayAction(action, actions) })),
    csv: looks.length === 0 ? null : `${looksPath}.csv`,
  };
}

export function looksColumns(actions: AuditActions) {
  return [
    { heading: t('When'), of: ({ at }: Look) => sayMoment(at) },
    { heading: t('Who'), of: ({ name }: Look) => name },
    { heading: t('What'), of: ({ action }: Look) => sayAction(action, actions) },
  ];
}
