/** One of each thing that addresses name. */
import { registerRotas } from '../notifications/messages.js';
import type { TestApp } from '../support/app.js';
import { referenceOf } from './cast.js';
import type { Elsewhere } from './elsewhere.js';
import {
  anAttempt,
  aMessage,
  aHeldPost,
  anAlert,
  aSavedView,
  aSession,
  aCopy,
  aHold,
  aLeave,
  aChange,
  aDevice,
  given,
  coverOf,
  aCoverElsewhere,
  assignmentAt,
  aWeekElsewhere,
  desk,
  idFrom,
} from './rows.js';
import { COURSE, NO_ID, NO_UUID, type Thing, type ThingName, WEEK } from './thing.js';

export async function theThings(
  app: TestApp,
  elsewhere: Elsewhere,
  cast: ReadonlyMap<string, number>,
): Promise<Record<ThingName, Thing>> {
  const [own, theirs] = [cast.get('staff')!, elsewhere.personId];
  const both = async (make: (personId: number) => Promise<string>) => [await make(own), await make(theirs)] as const;
  const ids = (here: string, there: string | null, nobodys = NO_ID): Thing => ({
    here: { id: here },
    elsewhere: there === null ? null : { id: there },
    nobodys: { id: nobodys },
  });
  const codes = (here: string, there: string, nobodys: string): Thing => ({
    here: { code: here },
    elsewhere: { code: there },
    nobodys: { code: nobodys },
  });
  const [attempt, theirAttempt] = await both((id) => anAttempt(app, id));
  registerRotas(app);
  const [told, theirTold] = [await aMessage(app, own, 'Your rota'), await aMessage(app, theirs, 'Zqxwold rota')];
  const [held, theirHeld] = await both((id) => aHeldPost(app, id));
  const [copy, theirCopy] = await both((id) => aCopy(app, id));
  const [posting, theirPosting] = await both((id) => idFrom(app, 'select id from posting where person_id = $1', [id]));
  const [leave, theirLeave] = await both((id) => aLeave(app, id));
  const [change, theirChange] = await both((id) => aChange(app, id));
  const ofPerson = (here: string, there: string): Thing => ({
    here: { reference: referenceOf('staff'), id: here },
    elsewhere: { reference: elsewhere.person, id: there },
    nobodys: { reference: referenceOf('staff'), id: NO_ID },
  });
  const [session, theirSession] = await both((id) => aSession(app, id));
  const [mine, asked] = await assignmentAt(app, '021047');
  const [far, farAsked] = await assignmentAt(app, elsewhere.unit);
  const week = { date: '2027-02-10', key: 'day-3' };
  const lesson = { position: '1', key: 'what-hurts', number: '1' };
  const admin = await desk(app);
  const [cover, theirCover] = [await coverOf(app, cast.get('areaManager')!), await aCoverElsewhere(app, elsewhere)];
  await given(app, cover, cast.get('areaManager')!);
  await given(app, theirCover, elsewhere.manager);
  return {
    unit: codes('021047', elsewhere.unit, '987654'),
    area: codes('A07', elsewhere.area, 'A999'),
    region: codes('R1', elsewhere.region, 'R999'),
    person: {
      here: { reference: referenceOf('staff') },
      elsewhere: { reference: elsewhere.person },
      nobodys: { reference: 'nobody9' },
    },
    assignment: ids(mine, far),
    personAsked: {
      here: { id: mine, reference: asked },
      elsewhere: { id: far, reference: farAsked },
      nobodys: { id: NO_ID, reference: 'nobody9' },
    },
    attempt: {
      here: { id: attempt, number: '1' },
      elsewhere: { id: theirAttempt, number: '1' },
      nobodys: { id: NO_UUID, number: '1' },
    },
    message: ids(told, theirTold),
    heldPost: ids(held, theirHeld, NO_UUID),
    posting: ofPerson(posting, theirPosting),
    leave: ofPerson(leave, theirLeave),
    change: ofPerson(change, theirChange),
    cover: ids(cover, theirCover),
    copy: ids(copy, theirCopy),
    hold: { here: { id: await aHold(app, own) }, elsewhere: null, nobodys: { id: NO_ID } },
    sharedDevice: {
      here: { code: '021047', id: await aDevice(app, '021047') },
      elsewhere: { code: elsewhere.unit, id: await aDevice(app, elsewhere.unit) },
      nobodys: { code: '987654', id: NO_ID },
    },
    savedView: ids(
      await aSavedView(app, own, '021047', 'Monday'),
      await aSavedView(app, theirs, elsewhere.unit, 'Zqxwold view'),
    ),
    alert: ids(await anAlert(app, own, '021047'), await anAlert(app, theirs, elsewhere.unit)),
    session: ids(session, theirSession, NO_UUID),
    course: { here: { slug: COURSE, ...lesson }, elsewhere: null, nobodys: { slug: 'no-such-course', ...lesson } },
    image: {
      here: { name: await idFrom(app, 'select min(name) as id from course_image') },
      elsewhere: null,
      nobodys: { name: 'no-such-picture.svg' },
    },
    week: {
      here: { slug: WEEK, ...week },
      elsewhere: { slug: await aWeekElsewhere(app, elsewhere), ...week },
      nobodys: { slug: 'no-such-week', ...week },
    },
    draft: {
      here: { id: '1', position: '1', key: 'same-wait', number: '1' },
      elsewhere: null,
      nobodys: { id: NO_ID, position: '1', key: 'same-wait', number: '1' },
    },
    weekPlan: { here: { id: '1', key: 'day-3' }, elsewhere: null, nobodys: { id: NO_ID, key: 'day-3' } },
    ...admin,
  };
}
