import { msg } from '../../platform/language/t.js';
import type { PersonalSheet } from '../../platform/privacy/personal-sheet.js';
import type { PrivacyOfModule } from '../../platform/privacy/privacy-of-module.js';

const PIN: PersonalSheet = {
  kind: 'signIn.pin',
  title: msg('Your PIN'),
  purpose: msg(
    'So that you get in quickly on a shared device. It’s kept in a form that nobody can read back, so it isn’t in this copy.',
  ),
  covers: ['pin.person_id', 'pin_try.person_id'],
  sql: `select p.changed_at, (select sum(wrong) from pin_try where person_id = $1)::int as wrong from pin p where p.person_id = $1`,
  columns: { changed_at: msg('Chosen'), wrong: msg('Wrong tries since the last right one') },
};

const PLACES: PersonalSheet = {
  kind: 'signIn.sharedPlaces',
  title: msg('Where you were on shared devices'),
  purpose: msg('So that you go on where you were after a device has locked.'),
  covers: ['shared_place.person_id', 'shared_draft.person_id', 'shared_session.person_id'],
  sql: `select d.name as device, u.name as unit, each.path, each.at, each.typed
          from (select device_id, path, seen_at as at, null::jsonb as typed from shared_place where person_id = $1
                union all
                select device_id, path, typed_at, forms from shared_draft where person_id = $1
                union all
                select device_id, null, active_at, null from shared_session where person_id = $1) each
          join shared_device d on d.id = each.device_id join unit u on u.id = d.unit_id
         order by each.at`,
  columns: {
    device: msg('Device'),
    unit: msg('Unit'),
    path: msg('Page'),
    at: msg('When'),
    typed: msg('What you had typed and not sent'),
  },
};

const DEVICES: PersonalSheet = {
  kind: 'signIn.sharedDevices',
  title: msg('Shared devices that you enrolled or revoked'),
  purpose: msg('So that it’s known who made a browser a shared device.'),
  covers: ['shared_device.enrolled_by', 'shared_device.revoked_by'],
  sql: `select d.name as device, u.name as unit, d.enrolled_by = $1 as enrolled, d.enrolled_at,
               d.revoked_by = $1 as revoked, d.revoked_at
          from shared_device d join unit u on u.id = d.unit_id
         where d.enrolled_by = $1 or d.revoked_by = $1 order by d.id`,
  columns: {
    device: msg('Device'),
    unit: msg('Unit'),
    enrolled: msg('Enrolled by you'),
    enrolled_at: msg('Enrolled'),
    revoked: msg('Revoked by you'),
    revoked_at: msg('Revoked'),
  },
};

/** What shared devices hold about people: their PIN, and for a working day where they were. */
export const SHARED_DEVICES_PRIVACY: PrivacyOfModule = {
  holds: [PIN, PLACES, DEVICES],
  brief: [
    {
      what: msg('Where somebody was on a shared device, and what they had typed there and not sent'),
      kept: msg('12 hours'),
    },
  ],
  erases: [
    {
      kind: 'signIn.sharedDevices',
      what: msg('PIN, and what shared devices kept'),
      sql: [
        'delete from pin where person_id = any ($1)',
        'delete from pin_try where person_id = any ($1)',
        'delete from shared_place where person_id = any ($1)',
        'delete from shared_draft where person_id = any ($1)',
      ],
    },
  ],
  changes: {
    'signIn.chosePin': msg('Chose a PIN'),
    'signIn.removedPin': msg('Removed their PIN'),
    'signIn.sharedDeviceEnrolled': msg('Made a browser a shared device'),
    'signIn.sharedDeviceRenamed': msg('Renamed a shared device'),
    'signIn.sharedDeviceRevoked': msg('Revoked a shared device'),
    'signIn.sharedDeviceCopied': msg('Was used in two browsers at the same time'),
  },
  subjects: { sharedDevice: msg('Shared device') },
};
