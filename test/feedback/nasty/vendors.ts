/** Files of answers as survey tools write them, by their own documentation; the customers are ours. */
import type { StoredRow } from './model.js';

export interface VendorFile {
  tool: string;
  text: string;
  /** What somebody has to put right in the guess. */
  corrections: Record<string, string>;
  stored: readonly Partial<StoredRow>[];
  /** As the page of the import counts them. */
  counts: string;
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`;
const importId = (name: string) => `"{""ImportId"":""${name}"",""timeZone"":""Europe/London""}"`;

/** Questions stand in the heading as they were asked; times name their own zone, which changes in autumn. */
const GOOGLE_FORMS: VendorFile = {
  tool: 'Google Forms',
  corrections: {},
  text: lines(
    '"Timestamp","Which branch did you visit?","How easy was it to get done what you came for?","How did we make you feel?","Our colleague was friendly","Is there anything you want to tell us?","May we contact you about your answer?"',
    '"2026/10/25 1:30:07 AM GMT+1","Ashbridge","5","Delighted","5 - Strongly agree","Quick and kind, thank you","Yes"',
    '"2026/11/03 4:45:12 PM GMT","Harbour kiosk","2","Disappointed","2","The queue went out of the door","No"',
  ),
  stored: [
    { unit: '000001', at: '2026-10-25T00:30:07.000Z', ease: 5, emotion: 2, friendly: 5, mayContact: true },
    { unit: 'PP1', at: '2026-11-03T16:45:12.000Z', ease: 2, emotion: -1, friendly: 2, mayContact: false },
  ],
  counts: 'Lines read 2 New 2 Changed 0 Unchanged 0 Rejected 0',
};

/** Its workbook saved as CSV on a machine set to American English: the second day tells that months come first. */
const MICROSOFT_FORMS: VendorFile = {
  tool: 'Microsoft Forms',
  corrections: {},
  text: lines(
    'ID,Start time,Completion time,Email,Name,Last modified time,Which branch did you visit?,How easy was it to get done what you came for?,How did we make you feel?,How friendly were we?,Anything else?',
    '1,11/3/26 16:40:01,11/3/26 16:45:12,anonymous,,,Ashbridge,Very easy,Delighted,5,"Quick and kind, thank you"',
    '2,11/14/26 8:55:40,11/14/26 9:00:00,anonymous,,,Harbour kiosk,Somewhat difficult,Irritated,2,The queue went out of the door',
  ),
  stored: [
    { key: '1', unit: '000001', at: '2026-11-03T16:45:12.000Z', ease: 5, emotion: 2, friendly: 5 },
    { key: '2', unit: 'PP1', at: '2026-11-14T09:00:00.000Z', ease: 2, emotion: -2, friendly: 2 },
  ],
  counts: 'Lines read 2 New 2 Changed 0 Unchanged 0 Rejected 0',
};

/** Scales of eleven steps; the day on which somebody was asked stands before that of the answer. */
const MEDALLIA: VendorFile = {
  tool: 'Medallia',
  corrections: { emotion: 'Overall Satisfaction' },
  text: lines(
    '"Survey ID","Creation Date","Response Date","Status","Unit Identifier","Unit Name","Overall Ease","Likelihood to Recommend","Overall Satisfaction","Friendliness of Colleague","Comments","Alert Type"',
    '"104233871","2026-11-03 15:00:00","2026-11-03 16:45:12","COMPLETED","000001","Ashbridge","10","10","10","9","Quick and kind, thank you","None"',
    '"104233872","2026-11-13 15:00:00","2026-11-14 09:00:00","COMPLETED","000003","Oldbridge","1","2","7","4","The queue went out of the door","Low score"',
  ),
  stored: [
    { key: '104233871', unit: '000001', at: '2026-11-03T16:45:12.000Z', ease: 5, emotion: 2, friendly: 5 },
    { key: '104233872', unit: '000003', at: '2026-11-14T09:00:00.000Z', ease: 1, emotion: 1, friendly: 3 },
  ],
  counts: 'Lines read 2 New 2 Changed 0 Unchanged 0 Rejected 0',
};

/** Everybody who was asked has a line; those who did not answer have no time, and nothing to store. */
const MEDALLIA_AGENT_CONNECT: VendorFile = {
  tool: 'Medallia Agent Connect',
  corrections: {},
  text: lines(
    'request_id,request_sent_at,request_delivery_status,response_received_at,star_rating,comments,areas_for_improvement,channel,location_code',
    '8a1f,2026-11-03T15:00:00Z,Sent,2026-11-03T16:45:12Z,5,Quick and kind thank you,,email,000001',
    '8a20,2026-11-13T15:00:00Z,Sent,2026-11-14T09:00:00Z,1,The queue went out of the door,Speed,email,000001',
    '8a21,2026-11-13T15:00:00Z,Sent,,,,,email,000001',
  ),
  stored: [
    { key: '8a1f', unit: '000001', at: '2026-11-03T16:45:12.000Z', emotion: 2 },
    { key: '8a20', unit: '000001', at: '2026-11-14T09:00:00.000Z', emotion: -2 },
  ],
  counts: 'Lines read 3 New 2 Changed 0 Unchanged 0 Rejected 1',
};

/** Previews and tests stand among the answers, in the words or in the numbers of the export. */
const QUALTRICS: VendorFile = {
  tool: 'Qualtrics with previews and tests',
  corrections: {},
  text: lines(
    'EndDate,Status,ResponseId,Branch,Q1,Q2',
    'End Date,Response Type,Response ID,Branch,How easy was it?,Our colleague was friendly',
    ['endDate', 'status', '_recordId', 'Branch', 'QID1', 'QID2'].map(importId).join(','),
    '2026-11-03 16:45:12,IP Address,R_1,000001,Very easy,5',
    '2026-11-03 17:00:00,Survey Preview,R_2,the test shop,Very easy,5',
    '2026-11-03 18:00:00,Survey Test,R_3,,Very difficult,1',
    '2026-11-04 09:00:00,IP Address,R_4,000001,Difficult,2',
    '2026-11-04 10:00:00,1,R_5,000001,Easy,4',
  ),
  stored: [
    { key: 'R_1', unit: '000001', at: '2026-11-03T16:45:12.000Z', ease: 5, friendly: 5 },
    { key: 'R_4', unit: '000001', at: '2026-11-04T09:00:00.000Z', ease: 2, friendly: 2 },
  ],
  counts: 'Lines read 5 New 2 Changed 0 Unchanged 0 Rejected 0 Previews and tests left out 3',
};

export const VENDORS: readonly VendorFile[] = [
  GOOGLE_FORMS,
  MICROSOFT_FORMS,
  MEDALLIA,
  MEDALLIA_AGENT_CONNECT,
  QUALTRICS,
];
