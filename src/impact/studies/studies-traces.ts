import type { Trace } from '../../network/changes/traces.service.js';
import { t } from '../../platform/language/t.js';

/** What stands in the way of undoing an import that brought in whoever asked. */
export const STUDIES_TRACE: Trace = {
  group: 'impact.studies',
  tables: ['study', 'study_run'],
  say: (n) =>
    t(
      '{n, plural, one {# has registered a study or had one worked out} other {# have registered studies or had some worked out}}',
      {
        n,
      },
    ),
};
