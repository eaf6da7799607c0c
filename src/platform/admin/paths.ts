/** Where administrators look after an installation. */
export const adminPath = '/admin';
export const jobsPath = '/admin/jobs';
export const jobPath = (id: number): string => `${jobsPath}/${id}`;
