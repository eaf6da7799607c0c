import { t } from '../../platform/language/t.js';
import type { AskableRole } from './chosen-audience.js';

/** A group of people by what they do: 'Postmasters'. */
export function sayRole(role: AskableRole): string {
  switch (role) {
    case 'staff':
      return t('Colleagues at the counter and in teams');
    case 'postmaster':
      return t('Postmasters');
    case 'champion':
      return t('Champions');
    case 'departmentManager':
      return t('Managers of departments and contact centres');
  }
}
