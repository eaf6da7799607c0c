import { describe, expect, it } from '@jest/globals';
import { presentAssigned } from './assigned.presenter.js';
import { aTask, begun } from '../../test/factories/home-samples.js';

const TODAY = '2027-02-10';

describe('assigned to you', () => {
  it.each([
    ['2027-02-12', 'Due Friday 12 February', null],
    ['2027-02-10', 'Due today', 'today'],
    ['2027-02-09', 'Was due Tuesday 9 February', 'bad'],
    ['2028-01-03', 'Due Monday 3 January 2028', null],
  ])('says by when: %s', (dueOn, tag, tone) => {
    expect(presentAssigned([aTask({ dueOn })], [], TODAY).rows?.[0]).toMatchObject({ tag, tone, meta: '15 minutes' });
  });

  it('says where one stopped instead of the minutes', () => {
    expect(presentAssigned([aTask()], [begun()], TODAY).rows?.[0]?.meta).toBe('Step 2 of 6 saved');
    expect(presentAssigned([aTask()], [begun({ courseId: 8 })], TODAY).rows?.[0]?.meta).toBe('15 minutes');
  });

  it('marks a Welsh title as Welsh', () => {
    expect(presentAssigned([aTask({ language: 'cy' })], [], TODAY).rows?.[0]?.lang).toBe('cy');
  });

  it('shows four and keeps the rest behind a link', () => {
    const six = presentAssigned(
      Array.from({ length: 6 }, () => aTask()),
      [],
      TODAY,
    );
    expect([six.rows?.length, six.more?.rows.length, six.more?.text]).toEqual([4, 2, 'Show 2 more']);
    expect(presentAssigned([aTask()], [], TODAY).more).toBeNull();
  });

  it('has an act to offer when nothing is due', () => {
    const { rows, empty } = presentAssigned([], [], TODAY);
    expect(rows).toBeNull();
    expect(empty).toMatchObject({ title: 'Nothing due', action: { path: '/courses' } });
  });
});

describe('why somebody sees a course', () => {
  const dawn = { by: 'Dawn Mercer', role: 'areaManager' as const, reason: 'Customers are being sent elsewhere.' };
  const grace = { by: 'Grace Okafor', role: 'author' as const, reason: 'New for everyone.' };

  it('names everybody who asked, each with their own reason', () => {
    expect(presentAssigned([aTask({ reasons: [dawn, grace] })], [], TODAY).rows?.[0]?.whys).toEqual([
      'Dawn Mercer, your area manager, asked you: “Customers are being sent elsewhere.”',
      'Grace Okafor of the customer experience team asked you: “New for everyone.”',
    ]);
  });

  it('offers to ask for more time, once', () => {
    const rows = presentAssigned([aTask(), aTask({ wantedOn: '2027-02-20' })], [], TODAY).rows;
    expect(rows?.map((row) => row.moreTime)).toEqual([
      { path: '/courses/put-it-right-first-time/more-time', text: 'Ask for more time' },
      { path: null, text: 'You asked for time until Saturday 20 February.' },
    ]);
  });
});
