import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import { aSmallNetwork, assign, COURSE, finish, signedIn } from './network.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aSmallNetwork(app);
  await assign(app, 'dawn', ['000001']);
});
afterAll(() => app.stop());

describe('a course that was asked for', () => {
  it('says by when in the catalogue, and by whom and why on its page', async () => {
    const sam = await signedIn(app, 'sam');
    expect((await sam.get('/courses')).words).toContain('Put it right first time Due 24 Feb 12 minutes');
    expect((await sam.get(`/courses/${COURSE}`)).words).toContain(
      'Dawn Mercer, your area manager, asked you: “So that nobody is sent elsewhere.”',
    );
  });

  it('says nothing to somebody who was not asked', async () => {
    const bo = await signedIn(app, 'bo');
    expect((await bo.get('/courses')).words).not.toContain('Due');
    expect((await bo.get(`/courses/${COURSE}`)).words).not.toContain('Dawn Mercer');
  });

  it('keeps the step beside the date while it is under way, and is done once finished', async () => {
    const sam = await signedIn(app, 'sam');
    await sam.get(`/courses/${COURSE}`);
    await sam.post(`/courses/${COURSE}/enrolments`);
    expect((await sam.get('/courses')).words).toContain('Due 24 Feb Step 1 of 1 saved');
    await finish(app, 'sam');
    expect((await sam.get('/courses')).words).toContain('Put it right first time Done');
    expect((await sam.get(`/courses/${COURSE}`)).words).not.toContain('asked you');
  });
});
