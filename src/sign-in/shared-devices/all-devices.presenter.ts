import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { allDevicesPath, unitDevicesPath } from './paths.js';
import { sayLife } from './shared-devices.presenter.js';
import type { PlacedDeviceRow } from './shared-devices.queries.js';

export function presentAllDevices(devices: readonly PlacedDeviceRow[], typed: string, problems: readonly Problem[]) {
  const shown = presentProblems(problems);
  const heading = t('Shared devices');
  return {
    title: problems.length > 0 ? t('Error: {heading}', { heading }) : heading,
    heading,
    sub: t('{n, plural, =0 {No browser is shared yet.} one {# browser is shared.} other {# browsers are shared.}}', {
      n: devices.length,
    }),
    action: allDevicesPath,
    typed,
    problems: shown,
    error: shown?.by.unit ?? null,
    csv: csvPath(allDevicesPath),
    devices: devices.map((device) => ({
      name: device.name,
      unit: device.unitName,
      code: device.unitCode,
      path: unitDevicesPath(device.unitCode),
      ...sayLife(device),
    })),
  };
}

export function devicesCsv(): CsvColumn<PlacedDeviceRow>[] {
  return [
    { heading: t('Device'), of: ({ name }) => name },
    { heading: t('Unit'), of: ({ unitName }) => unitName },
    { heading: t('Code'), of: ({ unitCode }) => unitCode },
    { heading: t('Enrolled by'), of: ({ enrolledBy }) => enrolledBy },
    { heading: t('Enrolled'), of: ({ enrolledAt }) => sayMoment(enrolledAt) },
    { heading: t('Last used'), of: ({ lastUsedAt }) => (lastUsedAt === null ? null : sayMoment(lastUsedAt)) },
    { heading: t('From'), of: ({ lastAddress }) => lastAddress },
    { heading: t('Used in two browsers'), of: ({ copiedAt }) => (copiedAt === null ? null : sayMoment(copiedAt)) },
  ];
}
