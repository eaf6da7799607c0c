/** Where people read what is held about them, and where administrators see to it. */
export const privacyPath = '/privacy';
export const myDataPath = '/privacy/my-data';
export const copiesPath = '/privacy/copies';
export const copyPath = (id: number): string => `${copiesPath}/${id}`;
export const copyProgressPath = (id: number): string => `${copyPath(id)}/progress`;
export const looksPath = '/privacy/who-looked';

export const adminPrivacyPath = '/admin/privacy';
export const periodsPath = `${adminPrivacyPath}/periods`;
export const adminCopiesPath = `${adminPrivacyPath}/copies`;
export const leaversPath = `${adminPrivacyPath}/leavers`;
export const holdsPath = `${adminPrivacyPath}/holds`;
export const holdEndingPath = (id: number): string => `${holdsPath}/${id}/ending`;

export const auditPath = '/admin/audit';
