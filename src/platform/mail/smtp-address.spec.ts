import { describe, expect, it } from '@jest/globals';
import { readSmtpAddress } from './smtp-address.js';

const plain = { host: 'mail.example.org', port: 587, secure: false, credentials: null, from: null };

describe('SMTP_URL', () => {
  it.each<[string, object]>([
    ['smtp://mail.example.org', plain],
    ['smtp://mail.example.org:25/', { ...plain, port: 25 }],
    ['smtps://mail.example.org', { ...plain, port: 465, secure: true }],
    ['smtp://learn:p%40ss@mail.example.org', { ...plain, credentials: { user: 'learn', pass: 'p@ss' } }],
    ['smtp://mail.example.org?from=learn@example.org', { ...plain, from: 'learn@example.org' }],
    ['smtp://[::1]:2525', { ...plain, host: '::1', port: 2525 }],
  ])('%s is read', (text, address) => expect(readSmtpAddress(text)).toEqual(address));

  it.each([
    '',
    'mail.example.org:25',
    'https://mail.example.org',
    'smtp://',
    'smtp://mail.example.org/inbox',
    'smtp://mail.example.org?from=nobody',
    'smtp://mail.example.org?from=a@b.c%0D%0ABcc:x@y.z',
    'smtp://us%zz:x@mail.example.org',
  ])('%j is refused', (text) => expect(readSmtpAddress(text)).toBeNull());
});
