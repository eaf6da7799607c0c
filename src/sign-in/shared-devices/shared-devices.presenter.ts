import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import type { SharedDevice } from '../../platform/web/shared-device.js';
import { unitPath } from '../../network/paths.js';
import { deviceLimit } from './device-limit.js';
import { deviceNamePath, deviceRevocationPath, pinPath, unitDevicesPath } from './paths.js';
import type { DeviceRow, UnitOfDevices } from './shared-devices.queries.js';

export interface UnitDevicesFacts {
  unit: UnitOfDevices;
  devices: readonly DeviceRow[];
  /** What this browser is so far. */
  here: SharedDevice | null;
  /** Whether the actor has a PIN to come back with. */
  hasPin: boolean;
  form: { formToken: string; name: string };
  /** A name that was refused, of the device with this id; the enrolment's when null. */
  renamed: { id: number; name: string } | null;
  problems: readonly Problem[];
}

export function presentUnitDevices(facts: UnitDevicesFacts) {
  const { unit, devices, here, problems, renamed } = facts;
  const shown = presentProblems(
    renamed === null ? problems : problems.map((one) => ({ ...one, field: nameField(renamed.id) })),
  );
  const title = t('Shared devices of {unit}', { unit: unit.name });
  return {
    title: problems.length > 0 ? t('Error: {heading}', { heading: title }) : title,
    heading: title,
    back: { href: unitPath(unit.code), text: unit.name },
    problems: shown,
    here: here === null ? null : sayHere(here, unit),
    pinPath: facts.hasPin ? null : pinPath,
    devices: devices.map((device) => presentDevice(unit, device, here, shown?.by ?? {}, renamed)),
    hereAlready: here?.unitId === unit.id,
    full: devices.length >= deviceLimit(unit.kind),
    enrol: presentEnrolment(facts, shown?.by.name ?? null),
  };
}

function presentEnrolment({ unit, form, here }: UnitDevicesFacts, error: string | null) {
  return {
    action: unitDevicesPath(unit.code),
    heading: t('Make this browser a shared device of {unit}', { unit: unit.name }),
    formToken: form.formToken,
    name: form.name,
    error,
    instead: here === null ? null : t('It stops being {device} of {unit}.', { device: here.name, unit: here.unitName }),
  };
}

function presentDevice(
  unit: UnitOfDevices,
  device: DeviceRow,
  here: SharedDevice | null,
  errors: Record<string, string | null>,
  renamed: UnitDevicesFacts['renamed'],
) {
  const { id, name } = device;
  const field = nameField(id);
  return {
    id,
    field,
    name,
    typed: renamed?.id === id ? renamed.name : name,
    error: errors[field] ?? null,
    open: renamed?.id === id,
    isHere: here?.id === id,
    ...sayLife(device),
    hidden: ` ${name}`,
    nameAction: deviceNamePath(unit.code, id),
    revokeAction: deviceRevocationPath(unit.code, id),
  };
}

const nameField = (id: number) => `name-${id}`;

/** When it was enrolled and used, and what looks wrong about it. */
export function sayLife({ enrolledBy, enrolledAt, lastUsedAt, lastAddress, copiedAt, copiedAddress }: DeviceRow) {
  return {
    enrolled: t('Enrolled by {name}, {moment}', { name: enrolledBy, moment: sayMoment(enrolledAt) }),
    used:
      lastUsedAt === null
        ? t('Not used yet')
        : t('Last used {moment}, from {address}', { moment: sayMoment(lastUsedAt), address: lastAddress ?? '–' }),
    warning:
      copiedAt === null
        ? null
        : t(
            'Two browsers used it at the same time on {moment}, the other one from {address}. Revoke it and enrol it again.',
            {
              moment: sayMoment(copiedAt),
              address: copiedAddress ?? '–',
            },
          ),
  };
}

function sayHere(here: SharedDevice, unit: UnitOfDevices): string {
  return here.unitId === unit.id
    ? t('This browser is {device}. It locks when nobody has done anything for two minutes.', { device: here.name })
    : t('This browser is {device} of {unit}.', { device: here.name, unit: here.unitName });
}

/** For whoever leads several units. */
export function presentOwnUnits(units: readonly UnitOfDevices[]) {
  return {
    title: t('Shared devices'),
    sub: t('Browsers that the people of a unit share, such as the counter PC.'),
    units: units.map(({ code, name }) => ({ path: unitDevicesPath(code), name, code })),
  };
}
