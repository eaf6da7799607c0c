export const accessPath = '/admin/access';
