/** "Tell me when": what somebody wants to be told. */
export const alertsPath = '/alerts';
export const alertPath = (id: number): string => `${alertsPath}/${id}`;
export const alertPausePath = (id: number): string => `${alertPath(id)}/pause`;
export const alertDeletionPath = (id: number): string => `${alertPath(id)}/deletion`;
export const alertRestorationPath = (id: number): string => `${alertPath(id)}/restoration`;

/** The form about the place whose dashboard stands at an address; `what` is one of the families of measures. */
export function newAlertPath(address: string, what = ''): string {
  const query = { about: address.split('?')[0] ?? '', ...(what === '' ? {} : { what }) };
  return `${alertsPath}/new?${new URLSearchParams(query).toString()}`;
}
