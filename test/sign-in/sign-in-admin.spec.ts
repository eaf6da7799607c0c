import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browserless } from '../support/browserless.js';
import { type CompanyWorld, startCompany } from './company-world.js';
import { idOf } from './people.js';
import { CLIENT_SECRET } from './real-provider.js';

let world: CompanyWorld;
let ros: Browserless;
beforeAll(async () => {
  world = await startCompany();
  ros = await world.app.signInAs(await idOf(world.app, '900001'));
});
afterAll(() => world.stop());

describe('how people sign in, for an administrator', () => {
  it('stands among the administrator’s pages, with every setting but the secret', async () => {
    expect((await ros.get('/admin')).text).toContain('href="/admin/sign-in"');
    const page = await ros.get('/admin/sign-in');
    expect(page.words).toContain(`Provider OIDC_ISSUER ${world.provider.issuer}`);
    expect(page.words).toContain('employee_number');
    expect(page.words).toContain('CXU authors: Author (CX team); CN=CXU admins,OU=Groups: Administrator');
    expect(page.words).toContain('http://127.0.0.1:3000/sign-in/company/callback');
    expect(page.words).toContain('http://127.0.0.1:3000/sign-in/company/logout');
    expect(page.words).toContain('Passwords PASSWORD_ONLY_FOR Everybody');
    expect(page.text).not.toContain(CLIENT_SECRET);
  });

  it('tests the connection, point by point', async () => {
    const page = await ros.get('/admin/sign-in?test=1');
    expect(page.words).toContain('It works The provider answers, and its keys are here.');
    expect(page.words).toMatch(/Right It knows the challenge .* Right It shows the keys/);
    world.provider.tampering.discovery = (body) => ({ ...body, code_challenge_methods_supported: ['plain'] });
    expect((await ros.get('/admin/sign-in?test=1')).words).toMatch(
      /It can’t work like this .* Wrong It knows the challenge/,
    );
    delete world.provider.tampering.discovery;
    world.provider.tampering.jwks = () => ({ keys: [] });
    expect((await ros.get('/admin/sign-in?test=1')).words).toContain('Wrong It shows the keys');
    delete world.provider.tampering.jwks;
    await world.provider.goDown();
    const down = await ros.get('/admin/sign-in?test=1');
    await world.provider.comeBack();
    expect([down.status, down.words.includes('No connection The provider did not answer')]).toEqual([200, true]);
  });

  it('lists what was refused by reason and without names, also as a file', async () => {
    world.provider.people.una = { employee_number: 'ZZ-987654', name: 'Una Else', email: 'una@example.org' };
    await world.signIn('una');
    await world.signIn('una');
    await world.app.visitor().get('/sign-in/company/callback?code=x&state=y');
    const page = await ros.get('/admin/sign-in');
    expect(page.words).toMatch(/Nobody has that reference\..* Detail AA-999999 Times 2/);
    expect(page.words).toContain('The way back fitted no sign-in');
    expect(page.text).not.toMatch(/ZZ-987654|Una|una@/);
    const file = await ros.get('/admin/sign-in.csv');
    const rows: string[][] = parse(file.text, { bom: true });
    expect(rows.slice(1).map(([, reason, , detail, times]) => [reason, detail, times])).toEqual([
      ['visit', '', '1'],
      ['unknownReference', 'AA-999999', '2'],
    ]);
  });

  it('is forgotten after thirty days', async () => {
    await world.app.db.query(`update provider_refusal set last_at = now() - interval '31 days'`);
    await world.app.db.query(`update provider_visit set begun_at = now() - interval '1 hour'`);
    await world.app.db.query(`insert into job (kind, body) values ('signIn.tidy', '{}')`);
    await world.app.runJobs();
    expect(await world.app.db.query('select 1 from provider_refusal')).toEqual([]);
    expect(await world.app.db.query('select 1 from provider_visit')).toEqual([]);
    expect((await ros.get('/admin/sign-in')).words).toContain('Nothing was refused in the last 30 days');
  });
});

describe('an outsider', () => {
  it('sees neither the page nor the file', async () => {
    const eleri = await world.app.signInAs(await idOf(world.app, '150001'));
    for (const path of ['/admin/sign-in', '/admin/sign-in?test=1', '/admin/sign-in.csv']) {
      expect((await eleri.get(path)).status).toBe(403);
      expect((await world.app.visitor().get(path)).status).toBe(303);
    }
  });
});
