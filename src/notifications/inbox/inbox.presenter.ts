import type { Actor } from '../../platform/actor.js';
import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayTime } from '../../platform/say.js';
import { localPath } from '../../platform/web/local-path.js';
import type { MessageKinds } from '../message-kinds.service.js';
import { messagePath, messagesPath, preferencesPath, readAllPath } from '../paths.js';
import type { InboxRow, MailChoice } from './inbox.queries.js';

/** One page of somebody's messages, counted from 1. */
export interface InboxPage {
  rows: readonly InboxRow[];
  at: number;
  more: boolean;
  unread: number;
}

type Kinds = Pick<MessageKinds, 'present' | 'isSecret'>;

export function presentInbox(
  page: InboxPage,
  mail: MailChoice,
  mailServer: boolean,
  actor: Actor,
  now: Date,
  kinds: Kinds,
) {
  return {
    title: t('Messages'),
    sub:
      page.unread === 0 ? null : t('{n, plural, one {# unread message} other {# unread messages}}', { n: page.unread }),
    messages: page.rows.map((row) => ({
      path: messagePath(row.id),
      ...wordsOf(row, actor, kinds),
      when: sayWhen(row.dueAt, now),
      unread: row.readAt === null,
    })),
    canMarkAll: page.unread > 0,
    paths: { readAll: readAllPath, preferences: preferencesPath },
    newer: page.at > 1 ? pagePath(page.at - 1) : null,
    older: page.more ? pagePath(page.at + 1) : null,
    mail: presentMail(mail, mailServer),
  };
}

export function presentMessage(row: InboxRow, actor: Actor, now: Date, kinds: Kinds) {
  const said = kinds.present(row.kind, row.facts, actor);
  const secret = kinds.isSecret(row.kind);
  return {
    title: said.title,
    text: said.text,
    when: sayWhen(row.dueAt, now),
    note: secret ? t('The link itself stands only in the e-mail. It is never shown here.') : null,
    action: secret ? null : { text: said.action, path: localPath(said.path) },
    aside: said.aside ? { text: said.aside.text, path: localPath(said.aside.path) } : null,
    listPath: messagesPath,
  };
}

/** How messages come by e-mail, and the one thing a person may change about it. */
export function presentMail({ email, usable, digest }: MailChoice, mailServer: boolean) {
  if (!mailServer)
    return { sentence: t('CX University sends no e-mail here. All your messages are on this page.'), button: null };
  if (!usable || email === null) {
    return {
      sentence: t(
        'We have no e-mail address for you, so you read your messages here. The people who look after staff records can add one.',
      ),
      button: null,
    };
  }
  return digest
    ? {
        sentence: t(
          'On working days you get one e-mail at {email} with what is new. Urgent messages come by themselves.',
          { email },
        ),
        button: { text: t('Stop e-mails'), value: 'off' },
      }
    : {
        sentence: t(
          'You chose to read messages here only. Work that somebody asks of you always stands on your home page.',
        ),
        button: { text: t('Send me e-mails again'), value: 'on' },
      };
}

function wordsOf(row: InboxRow, actor: Actor, kinds: Kinds): { title: string; text: string } {
  const { title, text } = kinds.present(row.kind, row.facts, actor);
  return { title, text };
}

/** 'Today at 08:00', or the day. */
function sayWhen(dueAt: Date, now: Date): string {
  const day = londonDate(dueAt);
  const today = londonDate(now);
  if (day !== today) return sayDate(day, today);
  return t('Today at {time}', { time: sayTime(dueAt) });
}

const pagePath = (page: number): string => (page === 1 ? messagesPath : `${messagesPath}?page=${page}`);
