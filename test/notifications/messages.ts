import { Database } from '../../src/platform/database/database.js';
import { NotificationsQueries } from '../../src/notifications/notifications.queries.js';
import { NotificationsService } from '../../src/notifications/notifications.service.js';
import { MessageKinds } from '../../src/notifications/message-kinds.service.js';
import type { LedgerRow, PlannedMessage } from '../../src/notifications/planned-message.js';
import { t } from '../../src/platform/language/t.js';
import { importPeople, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';

export const SUBJECT = { kind: 'rota', id: 12 };

/** An English, a Welsh, a Scottish and a Northern Irish branch; Sam, Dawn, Moira and Niamh have addresses, Eleri has none. */
export async function fourNations(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Llanfair,branch,wales,2020-01-01,',
    'R1,North,A1,Moors,000003,Peebles,branch,scotland,2020-01-01,',
    'R1,North,A1,Moors,000004,Omagh,branch,northernIreland,2020-01-01,',
  ]);
  await importPeople(app, [
    '100001,Sam Kaur,sam@example.org,000001,staff,2020-01-01,',
    '100002,Moira Hay,moira@example.org,000003,staff,2020-01-01,',
    '100003,Niamh Daly,niamh@example.org,000004,staff,2020-01-01,',
    '150001,Eleri Pugh,,000002,postmaster,2020-01-01,',
    '200001,Dawn Reid,dawn@example.org,A1,areaManager,2020-01-01,',
    '300001,Grace Lee,grace@example.org,000001,author,2020-01-01,',
    '900001,Ros Hill,ros@example.org,000001,administrator,2020-01-01,',
  ]);
  registerRotas(app);
}

/** A kind of message as another module would have: facts `what` and `by`. */
export function registerRotas(app: Pick<TestApp, 'nest'>): void {
  app.nest.get(MessageKinds).register(
    'rota.changed',
    (facts, reader) => ({
      title: String(facts.what ?? 'Your rota has changed'),
      text: `${reader.language === 'cy' ? 'Helo' : 'Hello'} ${reader.name}. ${t('Save')}.`,
      path: '/record?from=rota',
      action: 'See the rota',
    }),
    { name: 'A changed rota' },
  );
}

export const message = (personId: number, over: Partial<PlannedMessage> = {}): PlannedMessage => ({
  personId,
  kind: 'rota.changed',
  key: `rota:12:person:${personId}`,
  notBefore: new Date('2027-02-10T00:00:00Z'),
  subject: SUBJECT,
  facts: { what: 'Your rota for Monday has changed' },
  madeBy: null,
  ...over,
});

export const plan = (app: TestApp, messages: PlannedMessage[]): Promise<number> =>
  app.nest.get(Database).write((tx) => app.nest.get(NotificationsService).plan(tx, messages));

export const ledger = (app: TestApp, subject = SUBJECT): Promise<LedgerRow[]> =>
  app.nest.get(NotificationsQueries).ledger(subject);
