/** Addresses of custom metrics: those of the CX team, and the rows behind a number for whoever sees it. */
import type { IsoDate } from '../../platform/dates.js';

export const metricsPath = '/feedback/numbers';
export const newMetricPath = `${metricsPath}/new`;
export const metricPath = (key: string): string => `${metricsPath}/${encodeURIComponent(key)}`;
export const editMetricPath = (key: string): string => `${metricPath(key)}/edit`;
export const undoImportPath = (key: string, importId: number): string => `${metricPath(key)}/imports/${importId}/undo`;

/** Files of values on their way in. */
export const valueFilesPath = '/feedback/number-files';
export const valueFilePath = (id: number): string => `${valueFilesPath}/${id}`;
export const valueMappingPath = (id: number): string => `${valueFilePath(id)}/mapping`;

/** The rows behind a number: one level below the place, or those of the place itself. */
export function numberRowsPath(
  key: string,
  place: { level: 'network' | 'region' | 'area' | 'unit'; code: string | null },
  more: { from?: IsoDate; to?: IsoDate; sort?: string; page?: string } = {},
): string {
  const query = new URLSearchParams({
    ...(place.code === null ? {} : { [place.level]: place.code }),
    ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined && value !== '')),
  }).toString();
  return `/numbers/${encodeURIComponent(key)}${query ? `?${query}` : ''}`;
}
