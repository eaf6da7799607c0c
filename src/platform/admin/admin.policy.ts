import { permission } from '../permissions.js';

export const adminPermissions = {
  /** What keeps an installation running: jobs, workers, health; for the ones who look after it. */
  operate: permission('platform.operate', 'administrator'),
};
