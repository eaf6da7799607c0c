import { describe, expect, it } from '@jest/globals';
import { resolve } from 'node:path';
import { ConfigError, readConfig } from './config.js';

describe('without a single variable', () => {
  it('the product runs on this machine alone, with the demo in a database of its own', () => {
    expect({ ...readConfig({}) }).toEqual({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3000',
      secure: false,
      trustProxy: 0,
      dataDir: resolve('.data'),
      databaseUrl: null,
      redisUrl: null,
      metricsToken: null,
      smtpUrl: null,
      identityProvider: null,
      passwordOnlyFor: null,
      demo: true,
      startsAt: null,
      logLevel: process.stdout.isTTY ? 'warn' : 'info',
    });
  });

  it('an empty variable is one that is not set', () => {
    const names = ['PORT', 'HOST', 'CXU_URL', 'TRUST_PROXY', 'CXU_DATA', 'DATABASE_URL', 'REDIS_URL', 'SMTP_URL'];
    const empty = Object.fromEntries(
      [
        ...names,
        'METRICS_TOKEN',
        'OIDC_ISSUER',
        'OIDC_CLIENT_ID',
        'OIDC_ROLES',
        'PASSWORD_ONLY_FOR',
        'CXU_DEMO',
        'CXU_NOW',
        'CXU_LOG',
      ].map((name) => [name, '']),
    );
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('each variable', () => {
  it.each([
    [{ PORT: '8080' }, { port: 8080, url: 'http://127.0.0.1:8080' }],
    [
      { HOST: '::1', PORT: '1' },
      { host: '::1', url: 'http://[::1]:1' },
    ],
    [{ CXU_URL: 'https://learn.example.org/' }, { url: 'https://learn.example.org', secure: true }],
    [{ CXU_URL: 'http://learn.example.org:8080' }, { url: 'http://learn.example.org:8080', secure: false }],
    [{ TRUST_PROXY: '2' }, { trustProxy: 2 }],
    [{ CXU_DATA: '/srv/cxu' }, { dataDir: '/srv/cxu' }],
    [{ DATABASE_URL: 'postgres://a/b' }, { databaseUrl: 'postgres://a/b', demo: false }],
    [{ DATABASE_URL: 'postgres://a/b', CXU_DEMO: '1' }, { demo: true }],
    [{ CXU_DEMO: '0' }, { demo: false }],
    [
      { REDIS_URL: 'redis://a', SMTP_URL: 'smtp://b' },
      { redisUrl: 'redis://a', smtpUrl: 'smtp://b' },
    ],
    [{ CXU_NOW: '2027-02-10T10:00:00Z' }, { startsAt: new Date('2027-02-10T10:00:00Z') }],
    [{ CXU_NOW: '2027-07-10T10:00' }, { startsAt: new Date('2027-07-10T09:00:00Z') }],
    [{ CXU_NOW: '2027-02-10' }, { startsAt: new Date('2027-02-10T00:00:00Z') }],
    [{ CXU_LOG: 'silent' }, { logLevel: 'silent' }],
    [{ METRICS_TOKEN: 'sixteen letters!' }, { metricsToken: 'sixteen letters!' }],
  ])('%j is read', (env, values) => expect(readConfig(env)).toMatchObject(values));

  const PORT = 'PORT must be a whole number from 1 to 65535.';
  const ADDRESS = 'CXU_URL must be the public address without a path, such as https://learn.example.org.';
  const REDIS = 'REDIS_URL must look like redis://user:password@host:6379, or rediss:// for an encrypted line.';
  const TIME = 'CXU_NOW must be an ISO time, such as 2027-02-10T10:00:00Z.';
  it.each([
    [{ PORT: 'http' }, PORT],
    [{ PORT: '0' }, PORT],
    [{ PORT: '65536' }, PORT],
    [{ PORT: '3000.5' }, PORT],
    [{ PORT: '3e3' }, PORT],
    [{ PORT: '-1' }, PORT],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY must be a whole number from 0 to 10.'],
    [{ TRUST_PROXY: '11' }, 'TRUST_PROXY must be a whole number from 0 to 10.'],
    [{ CXU_URL: 'learn.example.org' }, ADDRESS],
    [{ CXU_URL: 'ftp://learn.example.org' }, ADDRESS],
    [{ CXU_URL: 'https://example.org/learn' }, ADDRESS],
    [{ CXU_URL: 'https://example.org/?a=b' }, ADDRESS],
    [{ CXU_NOW: 'yesterday' }, TIME],
    [{ CXU_NOW: '10/02/2027' }, TIME],
    [{ CXU_NOW: '2027-02-30' }, TIME],
    [{ REDIS_URL: 'localhost:6379' }, REDIS],
    [{ REDIS_URL: 'http://localhost' }, REDIS],
    [{ REDIS_URL: 'redis://' }, REDIS],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN must be at least 16 characters long.'],
    [{ CXU_DEMO: 'yes' }, 'CXU_DEMO must be one of: 0, 1.'],
    [{ CXU_LOG: 'loud' }, 'CXU_LOG must be one of: trace, debug, info, warn, error, fatal, silent.'],
  ])('%j is answered with a sentence', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
  });
});

describe('loopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['learn.example.org', false],
  ])('%s: %s', (HOST, loopback) => expect(readConfig({ HOST }).loopback).toBe(loopback));
});
