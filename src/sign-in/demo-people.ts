import { msg } from '../platform/language/t.js';

/** The named people of the demo: one button each on the demo's sign-in page. Names come from the network. */
export const DEMO_PASSWORD = 'love-your-customers';

export const DEMO_PEOPLE: readonly { reference: string; who: string }[] = [
  { reference: '100001', who: msg('Counter colleague at Ashbridge. A phone, five minutes between customers.') },
  { reference: '150001', who: msg('Postmaster of a two-person village branch that works in Welsh.') },
  { reference: '200001', who: msg('Area manager with 41 branches. Which one needs help, and why?') },
  { reference: '250001', who: msg('Regional manager. Looks across areas.') },
  { reference: '300001', who: msg('Author in the CX team. Writes courses and themed weeks.') },
  { reference: '310001', who: msg('Analyst in the CX team. Loads responses, asks what worked.') },
  { reference: '160001', who: msg('CX champion in the digital department.') },
  { reference: '900001', who: msg('Administrator. People, imports and settings.') },
];
