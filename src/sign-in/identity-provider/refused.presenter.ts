import { msg, t } from '../../platform/language/t.js';
import { companySignInFor, SIGN_IN_PATH, signInFor } from '../paths.js';
import type { Reason } from './refusal.js';

interface Answer {
  status: number;
  title: string;
  sentence: string;
}

/** What the person reads: what to do, and nothing that would help somebody who tries things out. */
export function presentRefused(reason: Reason, next: string, passwords: boolean) {
  const { status, title, sentence } = FOR_PEOPLE[reason] ?? UNTRUSTED;
  return {
    status,
    title: t(title),
    sentence: t(sentence),
    retryPath: companySignInFor(next),
    passwordPath: passwords ? (next === '/' ? SIGN_IN_PATH : signInFor(next)) : null,
  };
}

const UNTRUSTED: Answer = {
  status: 403,
  title: msg('We couldn’t sign you in'),
  sentence: msg(
    'What came back from your company’s sign-in could not be trusted, so nobody was signed in. Try again; if it happens again, tell the people who look after CX University.',
  ),
};

const AWAY: Answer = {
  status: 503,
  title: msg('Your company’s sign-in can’t be reached'),
  sentence: msg('It doesn’t answer at this moment. Nothing is wrong with your account. Try again in a minute.'),
};

const NO_POST: Answer = {
  status: 403,
  title: msg('You have no post here today'),
  sentence: msg(
    'Your company knows you, but CX University finds no post of yours today. New posts appear the day after they stand in the personnel records. If yours should be there, tell your manager.',
  ),
};

const NO_REFERENCE: Answer = {
  status: 403,
  title: msg('We couldn’t tell who you are here'),
  sentence: msg(
    'Your company’s sign-in didn’t send us your personnel reference. This is nothing that you did: tell the people who look after CX University.',
  ),
};

const REMEMBERED: Answer = {
  status: 403,
  title: msg('Prove who you are again'),
  sentence: msg(
    'Others use this device too, so your company’s sign-in has to ask who you are each time, and it didn’t. Nobody is signed in. Try again; if it happens again, tell the people who look after CX University.',
  ),
};

const FOR_PEOPLE: Partial<Record<Reason, Answer>> = {
  cancelled: {
    status: 403,
    title: msg('You stopped signing in'),
    sentence: msg('Nobody is signed in. Start again when you’re ready.'),
  },
  visit: {
    status: 400,
    title: msg('That took too long'),
    sentence: msg(
      'The sign-in was begun more than ten minutes ago, in another browser, or is done already. Start again.',
    ),
  },
  remembered: REMEMBERED,
  unavailable: AWAY,
  client: AWAY,
  provider: AWAY,
  unknownReference: NO_POST,
  noPosting: NO_POST,
  noReference: NO_REFERENCE,
  referenceForm: NO_REFERENCE,
};
