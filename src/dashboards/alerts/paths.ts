/** "Tell me when": what somebody wants to be told. */
export const alertsPath = '/alerts';
export const alertPath = (id: number): string => `${alertsPath}/${id}`;
export const alertPausePath = (id: number): string => `${alertPath(id)}/pause`;
export const alertDeletionPath = (id: number): string => `${alertPath(id)}/deletion`;
export const alertRestorationPath = (id: number): string => `${alertPath(id)}/restoration`;

/** The form about the place whose dashboard stands at an address. */
export const newAlertPath = (address: string): string =>
  `${alertsPath}/new?${new URLSearchParams({ about: address.split('?')[0] ?? '' }).toString()}`;
