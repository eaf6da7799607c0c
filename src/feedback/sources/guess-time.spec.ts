import { describe, expect, it } from '@jest/globals';
import type { ColumnProfile } from './column-profile.js';
import { guessTime, isDayOrMonth, timeFormatOf } from './guess-time.js';

const column = (key: string, ...texts: string[]): ColumnProfile => ({
  ...{ key, label: key, at: 0, filled: texts.length, distinct: texts.length, length: 10 },
  values: texts.map((text) => ({ text, times: 1 })),
});

describe('how a time is written', () => {
  it.each<[string, string | null]>([
    ['2027-01-25 09:30:00', 'ISO'],
    ['2027-01-25T09:30:00Z', 'ISO'],
    ['25/01/2027 09:30', 'd/M/yyyy H:mm'],
    ['25/1/2027 9:30:15', 'd/M/yyyy H:mm:ss'],
    ['01/25/2027 9:30 PM', 'M/d/yyyy h:mm a'],
    ['25.01.2027', 'd.M.yyyy'],
    ['25 Jan 2027 09:30', 'd MMM yyyy H:mm'],
    ['25/01/27 09:30', 'd/M/yy H:mm'],
    ['Jan 25, 2027, 9:30 p.m.', 'MMM d yyyy h:mm a'],
    ['2027/01/25 9:30:15 AM GMT+1', 'yyyy/M/d h:mm:ss a'],
    ['25-Jan-2027 09:30 BST', 'd-MMM-yyyy H:mm'],
    ['46412.39583', 'EXCEL'],
    ['1800869400', 'EPOCH'],
    ['1800869400000', 'EPOCH'],
    ['100', null],
    ['5', null],
    ['Ashbridge', null],
  ])('%s', (text, format) => expect(timeFormatOf([text])).toBe(format));

  it('is day first while nothing tells, and says that nothing does', () => {
    expect(timeFormatOf(['03/04/2027', '05/06/2027'])).toBe('d/M/yyyy');
    expect(isDayOrMonth('d/M/yyyy', ['03/04/2027'])).toBe(true);
    expect(isDayOrMonth('d/M/yyyy', ['25/04/2027'])).toBe(false);
    expect(isDayOrMonth('ISO', ['2027-03-04'])).toBe(false);
    expect(timeFormatOf(['03/04/2027', '03/25/2027'])).toBe('M/d/yyyy');
  });

  it('is that of the end of a survey where there are several', () => {
    const times = ['StartDate', 'EndDate', 'RecordedDate'].map((name) => column(name, '2027-01-25 09:30:00'));
    expect(guessTime([column('Duration', '38'), ...times])).toEqual({ column: 'EndDate', clock: '', format: 'ISO' });
    expect(guessTime([column('id', '1', '2')])).toBeNull();
  });

  it('is that of an answer, however many were asked and gave none', () => {
    const asked = [
      column('request_sent_at', '2027-01-25', '2027-01-26', '2027-01-27'),
      column('Creation Date', '2027-01-25'),
    ];
    const answered = column('response_received_at', '2027-01-25T10:00:00Z');
    expect(guessTime([...asked, answered])).toMatchObject({ column: 'response_received_at' });
    expect(guessTime(asked)).toMatchObject({ column: 'request_sent_at' });
  });

  it('is a number only in a column that says so', () => {
    expect(guessTime([column('Order', '46412', '46413')])).toBeNull();
    expect(guessTime([column('Submitted', '46412.5', '46413.5')])).toMatchObject({ format: 'EXCEL' });
  });

  it('may stand in two columns, the date and the time of day', () => {
    const two = [column('Date', '01/25/2027'), column('Time', '9:30 PM')];
    expect(guessTime(two)).toEqual({ column: 'Date', clock: 'Time', format: 'M/d/yyyy h:mm a' });
    const iso = [column('Date', '2027-01-25'), column('Time', '21:30')];
    expect(guessTime(iso)).toEqual({ column: 'Date', clock: 'Time', format: 'ISO' });
  });
});
