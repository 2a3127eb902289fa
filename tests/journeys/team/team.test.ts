import { createHmac } from 'node:crypto';
import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { exportSPKI, generateKeyPair, type JWTPayload } from 'jose';
import type { Member } from '../../../src/comment/member.ts';
import type { SiteEvent } from '../../../src/moderation/site-event.ts';
import { inviteMember } from '../../../src/use-cases/add-member.ts';
import { DAY_S, stopClock } from '../../clock.ts';
import { aSite } from '../../storage/with-store.ts';
import type { Ask } from '../call-gateway.ts';
import { alice, claire, david, enlist, idOf, stranger } from '../people.ts';
import { asModerator, submit } from '../requests.ts';
import { type Item, withBackend } from '../with-backend.ts';
import { CLIENT_ID, NONCE, withIssuer } from './with-issuer.ts';

const { issuer, bearer, idToken } = withIssuer();
const backend = withBackend();
const clock = stopClock();
afterAll(() => clock.restart());

// Each test has a site of its own, with one admin and one moderator.
let site = '';
let sites = 0;
const admin = claire;
const nora = { ...claire, sub: 'nora' };
beforeEach(async () => {
  sites += 1;
  site = `equipe-${sites}`;
  Object.assign(issuer, { isDown: false, isEndless: false });
  await backend.store.saveSite(aSite({ id: site, name: 'Le Courrier', timeZone: 'Europe/Paris' }), 0);
  await enlist(backend, site, admin, { ...nora, role: 'moderator' });
});

/** A second passes before every call, so that events sort as they happened. */
const call = (name: string, asked: Ask = {}) => {
  clock.pass(1);
  return asModerator(name, { ...asked, params: { site, ...asked.params } });
};
const members = async () => (await call('list-members')).json().members as any[];
const add = (body: object, asked: Ask = {}) => call('add-member', { method: 'POST', body, ...asked });
const change = (member: string, body: object, asked: Ask = {}) =>
  call('change-member', { method: 'PATCH', body, ...asked, params: { member } });
const remove = (member: string, asked: Ask = {}) =>
  call('remove-member', { method: 'DELETE', ...asked, params: { member } });
const me = (claims: Record<string, string>) => call('read-membership', { claims });
const lea = { name: 'Léa', role: 'moderator', email: 'Lea@Example.org' };
const invite = async (body: object = lea) => (await add(body)).json();
const join = async (
  invitation: string,
  {
    sub = 'lea',
    token = idToken(sub),
    ...more
  }: { sub?: string; token?: Promise<string> | string } & Ask = {},
) =>
  call('join-team', {
    ...{ method: 'POST', claims: bearer(sub), body: { invitation, idToken: await token, nonce: NONCE } },
    ...more,
  });
const events = async () =>
  (await backend.dump())
    .filter(({ pk, by }) => pk?.S === `~E#${site}` && by?.S !== 'test')
    .map(({ action, by, subject, before, after }) =>
      [action, by, subject, before, after].map((one) => one?.S),
    );
const refusal = (status: number, code: string) => ({ status, code });

describe('a member', () => {
  test('is told who they are, on which site, and what they may do', async () => {
    expect((await me(nora)).json()).toEqual({
      member: { id: idOf(site, nora), name: 'nora', role: 'moderator' },
      site: { id: site, name: 'Le Courrier', language: 'fr', timeZone: 'Europe/Paris' },
      rights: ['moderate'],
    });
    expect((await me(admin)).json().rights).toEqual(['moderate', 'policy', 'team', 'learning']);
  });

  test('who is none is told to ask an admin, and a member of another site that there is no such site', async () => {
    const answer = (await me(stranger)).json();
    expect(answer).toMatchObject(refusal(403, 'not-a-moderator'));
    expect(answer.detail).toContain('an admin of this site');
    expect((await me(alice)).json()).toMatchObject(refusal(404, 'site-not-found'));
  });

  test('may look at the team, and only an admin may change it', async () => {
    const asNora = { claims: nora };
    expect((await call('list-members', asNora)).json().members).toHaveLength(2);
    const before = await backend.kept();
    for (const answer of [
      await add(lea, asNora),
      await change(idOf(site, nora), { role: 'admin' }, asNora),
      await remove(idOf(site, admin), asNora),
    ])
      expect(answer.json()).toMatchObject(refusal(403, 'not-a-moderator'));
    expect(await backend.kept()).toEqual(before);
  });

  test('whose entry cannot be read is none', async () => {
    await backend.client.send(
      new UpdateItemCommand({
        TableName: backend.tableName,
        Key: { pk: { S: `~B#${site}` }, sk: { S: `M#${idOf(site, nora)}` } },
        UpdateExpression: 'REMOVE #identity',
        ExpressionAttributeNames: { '#identity': 'identity' },
      }),
    );
    // They are on other sites of these tests, and so are told that there is none of this name.
    expect((await me(nora)).json().code).toBe('site-not-found');
    expect((await members()).map(({ name }) => name)).not.toContain('nora');
  });

  test('who was removed is refused at their next call, and may be invited again', async () => {
    expect((await me(nora)).statusCode).toBe(200);
    expect((await remove(idOf(site, nora))).json()).toEqual({ id: idOf(site, nora), status: 'removed' });
    const gone = {
      ...refusal(403, 'not-a-moderator'),
      detail: expect.stringContaining('no longer on the team'),
    };
    expect((await me(nora)).json()).toMatchObject(gone);
    expect((await remove(idOf(site, nora))).json()).toMatchObject(refusal(404, 'member-not-found'));
    await enlist(backend, site, { ...nora, role: 'admin' });
    expect((await me(nora)).json().member).toMatchObject({ id: idOf(site, nora), role: 'admin' });
  });

  test('who was removed here and is a member elsewhere is still told whom to ask', async () => {
    await enlist(backend, site, { ...alice, role: 'moderator' });
    await remove(idOf(site, alice));
    expect((await me(alice)).json()).toMatchObject(refusal(403, 'not-a-moderator'));
  });

  test('changed by two admins at once: the second sees how the first left them', async () => {
    const id = idOf(site, nora);
    const [{ version }] = (await members()).filter(({ name }) => name === 'nora');
    expect((await change(id, { version, role: 'admin' })).json().member).toMatchObject({
      role: 'admin',
      version: version + 1,
    });
    const late = (await change(id, { version, name: 'Nora L.' })).json();
    expect(late).toMatchObject(refusal(409, 'changed-meanwhile'));
    expect(late.current).toEqual({ id, name: 'nora', role: 'admin', status: 'active', version: version + 1 });
    expect((await remove(id, { query: `version=${version}` })).json().current).toEqual(late.current);

    const names = ['Nora L.', 'Nora M.'];
    const both = await Promise.all(names.map((name) => change(id, { version: version + 1, name })));
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const winner = (await members()).find((one) => one.id === id);
    const second = both.find(({ statusCode }) => statusCode === 409);
    expect(second?.json().current).toMatchObject({ name: winner.name, version: version + 2 });
  });
});

describe('the last admin', () => {
  const lastAdmin = refusal(409, 'last-admin');

  test('cannot be removed or become a moderator, by themselves or another', async () => {
    const id = idOf(site, admin);
    expect((await remove(id)).json()).toMatchObject(lastAdmin);
    expect((await change(id, { role: 'moderator' })).json()).toMatchObject(lastAdmin);
    expect((await change(id, { name: 'Claire V.' })).statusCode).toBe(200);
  });

  test('stays when two admins remove, or demote, each other at once', async () => {
    for (const act of [
      (by: typeof claire, of: typeof claire) => remove(idOf(site, of), { claims: by }),
      (by: typeof claire, of: typeof claire) => change(idOf(site, of), { role: 'moderator' }, { claims: by }),
    ]) {
      await enlist(backend, site, admin, david);
      const answers = await Promise.all([act(admin, david), act(david, admin)]);
      expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
      const admins = (await backend.store.readTeam(site)).members.filter(
        ({ role, removedAt }) => role === 'admin' && removedAt === undefined,
      );
      expect(admins).toHaveLength(1);
    }
  });

  test('is counted right when an admin comes and goes by every way', async () => {
    const { invitation } = await invite({ ...lea, role: 'admin' });
    await join(invitation.token);
    expect((await remove(idOf(site, admin), { claims: bearer('lea') })).statusCode).toBe(200);
    const asLea = { claims: bearer('lea') };
    const script = { name: 'Script', role: 'admin', iss: issuer.url, sub: 'script' };
    const { member } = (await add(script, asLea)).json();
    await change(member.id, { role: 'moderator' }, asLea);
    const own = (await call('read-membership', asLea)).json().member.id;
    expect((await remove(own, asLea)).json()).toMatchObject(lastAdmin);
    await change(member.id, { role: 'admin' }, asLea);
    expect((await remove(own, asLea)).statusCode).toBe(200);
    expect((await remove(member.id, { claims: bearer('script') })).json()).toMatchObject(lastAdmin);
  });
});

describe('an invitation', () => {
  test('makes whom it is for a member, once, and the trail says who did what', async () => {
    const { member, invitation } = await invite();
    expect(member).toMatchObject({ name: 'Léa', role: 'moderator', status: 'invited', kind: 'person' });
    expect(invitation.token).toMatch(/^[\w-]{43}$/);
    expect(invitation.link).toMatch(new RegExp(`^https://.+/moderation/#/join/${site}/${invitation.token}$`));
    expect((await members()).map(({ status }) => status)).toContain('invited');

    const joined = await join(invitation.token);
    expect([joined.statusCode, joined.json().member]).toMatchObject([201, { name: 'Léa', status: 'active' }]);
    expect((await me(bearer('lea'))).json().member).toMatchObject({ name: 'Léa', role: 'moderator' });
    expect((await members()).map(({ status }) => status)).not.toContain('invited');
    expect((await join(invitation.token)).json()).toMatchObject(refusal(404, 'invitation-not-found'));

    const id = joined.json().member.id;
    expect((await remove(id)).statusCode).toBe(200);
    expect(await events()).toEqual([
      ['invite-member', idOf(site, admin), member.id, undefined, 'moderator, Léa'],
      ['join', id, id, `invited ${member.id}`, 'moderator, Léa'],
      ['remove-member', idOf(site, admin), id, 'moderator, Léa', 'removed'],
    ]);
  });

  test('used by many at once makes one member, and who was slower hears that it is used up', async () => {
    const { invitation } = await invite();
    const answers = await Promise.all(Array.from({ length: 5 }, () => join(invitation.token)));
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 201))
      expect(answer.json()).toMatchObject(refusal(404, 'invitation-not-found'));
    expect((await events()).filter(([action]) => action === 'join')).toHaveLength(1);
    expect((await members()).filter(({ name }) => name === 'Léa')).toHaveLength(1);
  });

  test('takes the place of the one that was open to the same address, however that is written', async () => {
    const first = await invite({ ...lea, role: 'admin' });
    const second = await invite({ ...lea, email: 'lea@EXAMPLE.org', name: 'Léa M.' });
    expect((await join(first.invitation.token)).json()).toMatchObject(refusal(404, 'invitation-not-found'));
    const invited = (await members()).filter(({ status }) => status === 'invited');
    expect(invited.map(({ id, name }) => [id, name])).toEqual([[second.member.id, 'Léa M.']]);
    expect((await events()).at(-1)?.slice(3)).toEqual(['invited, Léa', 'moderator, Léa M.']);
    expect((await join(second.invitation.token)).statusCode).toBe(201);
    expect((await members()).map(({ status }) => status)).not.toContain('invited');
  });

  test('by a command, which cannot compare addresses, takes the place of one that is open under its name', async () => {
    const first = await invite({ ...lea, role: 'admin' });
    const wanted = { site, id: 'by-command', address: 'digest', name: 'LEA', role: 'admin' } as const;
    await inviteMember(backend, wanted, { by: 'operator', now: clock.now(), event: `command-${site}` });
    expect((await join(first.invitation.token)).json()).toMatchObject(refusal(404, 'invitation-not-found'));
    expect((await members()).filter(({ status }) => status === 'invited')).toMatchObject([{ name: 'LEA' }]);
    const third = await invite(lea);
    expect((await members()).filter(({ status }) => status === 'invited')).toMatchObject([
      { id: third.member.id },
    ]);
  });

  test('from before somebody was removed never lets them in again, whichever account of their address they use', async () => {
    const [first, second] = [await invite({ ...lea, role: 'admin' }), await invite()];
    const { member } = (await join(second.invitation.token)).json();
    expect((await remove(member.id)).statusCode).toBe(200);
    for (const sub of ['lea', 'lea-again']) {
      const back = join(first.invitation.token, {
        sub,
        token: idToken(sub, { claims: { email: lea.email } }),
      });
      expect((await back).json()).toMatchObject(refusal(404, 'invitation-not-found'));
    }
    expect((await join((await invite()).invitation.token)).statusCode).toBe(201);
  });

  test('is void once its person joined by another that is not older', async () => {
    const [first, second] = [await invite({ ...lea, role: 'admin' }), await invite()];
    expect((await join(second.invitation.token)).statusCode).toBe(201);
    const token = idToken('lea-again', { claims: { email: lea.email } });
    const again = await join(first.invitation.token, { sub: 'lea-again', token });
    expect(again.json()).toMatchObject(refusal(404, 'invitation-not-found'));
  });

  test('expires after seven days, and is no longer listed', async () => {
    const { invitation } = await invite();
    clock.pass(7 * DAY_S + 1);
    // Made by the clock of this moment, as the issuer's is.
    const fresh = idToken('lea', { claims: { iat: clock.now() / 1000, exp: clock.now() / 1000 + 300 } });
    const late = await join(invitation.token, { token: fresh });
    expect(late.json()).toMatchObject(refusal(404, 'invitation-not-found'));
    expect((await members()).map(({ status }) => status)).not.toContain('invited');
  });

  test('taken back by an admin opens nothing', async () => {
    const { member, invitation } = await invite();
    expect((await remove(member.id)).statusCode).toBe(200);
    expect((await join(invitation.token)).json()).toMatchObject(refusal(404, 'invitation-not-found'));
    expect((await remove(member.id)).json()).toMatchObject(refusal(404, 'member-not-found'));
    expect((await events()).at(-1)).toEqual([
      'remove-member',
      idOf(site, admin),
      member.id,
      'invited, Léa',
      'removed',
    ]);
  });

  test('to one site opens no other', async () => {
    const { invitation } = await invite();
    const elsewhere = await join(invitation.token, { params: { site: 'demo' } });
    expect(elsewhere.json()).toMatchObject(refusal(404, 'invitation-not-found'));
  });

  test('is not used up by who is a member already', async () => {
    const { invitation } = await invite({ ...lea, email: 'max@example.org' });
    await enlist(backend, site, { ...bearer('max'), role: 'moderator' });
    expect((await join(invitation.token, { sub: 'max' })).json()).toMatchObject(
      refusal(409, 'already-a-member'),
    );
    expect((await members()).map(({ status }) => status)).toContain('invited');
  });

  test('keeps neither its token nor the address, and nothing else in the table does', async () => {
    const { invitation } = await invite();
    const token = await idToken('lea');
    await join(invitation.token, { token });
    const stored = JSON.stringify(await backend.dump());
    for (const secret of [invitation.token, token, 'lea@example.org', 'Lea@Example.org', NONCE])
      expect(stored).not.toContain(secret);
  });
});

describe('an ID token is refused', () => {
  let pem = '';
  beforeAll(async () => {
    const { publicKey } = await generateKeyPair('RS256', { extractable: true });
    pem = await exportSPKI(publicKey);
  });
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = () => ({
    ...{ iss: issuer.url, aud: CLIENT_ID, sub: 'lea', nonce: NONCE, email: lea.email, email_verified: true },
    ...{ iat: Math.floor(Date.now() / 1000), exp: Math.floor(Date.now() / 1000) + 300 },
  });
  const of = (more: object) => () => idToken('lea', { claims: more as JWTPayload });
  const cases: Readonly<Record<string, () => Promise<string> | string>> = {
    'of another nonce': of({ nonce: 'another' }),
    'without a nonce': of({ nonce: undefined }),
    'for another client': of({ aud: 'another' }),
    'for two clients, made for the other': of({ aud: [CLIENT_ID, 'another'], azp: 'another' }),
    'of another issuer': of({ iss: 'https://other.example/' }),
    'of another account': () => idToken('max', { claims: { email: lea.email } }),
    expired: of({ exp: Math.floor(Date.now() / 1000) - 120 }),
    'without an end': of({ exp: undefined }),
    'with an address that is not verified': of({ email_verified: false }),
    'with an address of which nothing is said': of({ email_verified: undefined }),
    'without an address': of({ email: undefined }),
    'with another address': of({ email: 'lea@example.com' }),
    'signed by another key': async () => idToken('lea', { key: (await generateKeyPair('RS256')).privateKey }),
    'of an unknown key': () => idToken('lea', { header: { kid: 'two' } }),
    'unsigned (alg none)': () => `${encode({ alg: 'none' })}.${encode(claims())}.`,
    'signed with a public key as a shared secret (HS256)': () => {
      const token = `${encode({ alg: 'HS256', kid: 'one' })}.${encode(claims())}`;
      return `${token}.${createHmac('sha256', pem).update(token).digest('base64url')}`;
    },
    garbage: () => 'not a token',
  };

  test.each(Object.entries(cases))('%s', async (_, make) => {
    const { invitation } = await invite();
    const before = await backend.kept();
    expect((await join(invitation.token, { token: await make() })).json()).toMatchObject(
      refusal(422, 'invalid-id-token'),
    );
    expect(await backend.kept()).toEqual(before);
    expect((await join(invitation.token)).statusCode).toBe(201);
  });

  test('when the bearer is of another issuer than the ID token', async () => {
    const { invitation } = await invite();
    const claims = { ...bearer('lea'), iss: 'https://other.example/' };
    expect((await join(invitation.token, { claims })).json()).toMatchObject(refusal(422, 'invalid-id-token'));
  });

  test('or not at all while the issuer does not answer, and then it is taken', async () => {
    const { invitation } = await invite();
    clock.pass(DAY_S);
    const token = () =>
      idToken('lea', { claims: { iat: clock.now() / 1000, exp: clock.now() / 1000 + 300 } });
    issuer.isDown = true;
    expect((await join(invitation.token, { token: token() })).json()).toMatchObject(
      refusal(503, 'issuer-unavailable'),
    );
    issuer.isDown = false;
    expect((await join(invitation.token, { token: token() })).statusCode).toBe(201);
  });

  test('or while the issuer answers more than it may', async () => {
    const { invitation } = await invite();
    clock.pass(DAY_S);
    const token = () =>
      idToken('lea', { claims: { iat: clock.now() / 1000, exp: clock.now() / 1000 + 300 } });
    issuer.isEndless = true;
    expect((await join(invitation.token, { token: token() })).json().code).toBe('issuer-unavailable');
    issuer.isEndless = false;
    expect((await join(invitation.token, { token: token() })).statusCode).toBe(201);
  });

  test('and the issuer is asked for its keys once, not at every joining', async () => {
    await join((await invite()).invitation.token);
    const asked = issuer.asked;
    const max = await invite({ ...lea, name: 'Max', email: 'max@example.org' });
    expect((await join(max.invitation.token, { sub: 'max' })).statusCode).toBe(201);
    expect(issuer.asked).toBe(asked);
  });
});

describe('a program', () => {
  test('is added by what its tokens say, by `sub` or, where they have none, by `client_id`', async () => {
    await add({ name: 'Archive', role: 'moderator', sub: 'archive' });
    await add({ name: 'Export', role: 'moderator', iss: issuer.url, clientId: 'export' });
    const { sub: _, ...withoutSub } = { ...bearer('x'), client_id: 'export' };
    expect((await me(bearer('archive'))).json().member.name).toBe('Archive');
    expect((await me(withoutSub)).json().member.name).toBe('Export');
    expect((await members()).filter(({ kind }) => kind === 'program')).toHaveLength(2);
  });

  test.each([
    ['another issuer', { sub: 'x', iss: 'https://other.example/' }],
    ['nobody', {}],
    ['two at once', { sub: 'x', clientId: 'x' }],
    ['an address and an issuer', { email: 'a@example.org', iss: 'https://issuer.example/' }],
    ['no address', { email: 'lea' }],
    ['an unknown role', { sub: 'x', role: 'owner' }],
    ['an empty name', { sub: 'x', name: ' ' }],
    ['a name of two lines', { sub: 'x', name: 'a\nb' }],
    ['a long name', { sub: 'x', name: 'x'.repeat(81) }],
    ['a name that turns the direction of writing', { sub: 'x', name: 'Nora\u202Etpircs' }],
    ['a name that leaves a direction of writing open', { sub: 'x', name: '\u2067Nora' }],
    ['a name with a blank letter', { sub: 'x', name: 'Nora\u3164' }],
    ['a name with a hidden letter', { sub: 'x', name: 'No\u{E0061}ra' }],
    ['another id', { sub: 'x', id: 'A'.repeat(22) }],
  ])('is refused by its fields when it names %s', async (_, wrong) => {
    const before = await backend.kept();
    const answer = await add({ name: 'Script', role: 'moderator', ...wrong });
    expect(answer.json()).toMatchObject(refusal(422, 'invalid-fields'));
    expect(await backend.kept()).toEqual(before);
  });
});

test('what every call of the team costs an admin besides its own work is half a read unit', async () => {
  const item = (await backend.dump()).find(({ sk }: Item) => sk?.S === `M#${idOf(site, admin)}`);
  // A member's row stays far below the 4 KB that half a unit reads.
  expect(JSON.stringify(item).length).toBeLessThan(1000);
});

describe('a name that another member has', () => {
  const taken = (field: string) => ({
    ...refusal(422, 'invalid-fields'),
    fields: [{ field, detail: 'Another member of the team has this name.' }],
  });

  test('is refused to who is invited, added or renamed, however it is written, and free again once they left', async () => {
    await change(idOf(site, nora), { name: 'Éva Quéré' });
    const before = await backend.kept();
    for (const name of ['Éva Quéré', 'EVA  QUERE', 'E\u0301va Quéré', '\u0415va Quéré']) {
      expect((await add({ ...lea, name })).json()).toMatchObject(taken('name'));
      expect((await add({ name, role: 'moderator', sub: 'script' })).json()).toMatchObject(taken('name'));
      expect((await change(idOf(site, admin), { name })).json()).toMatchObject(taken('name'));
    }
    expect(await backend.kept()).toEqual(before);
    expect((await change(idOf(site, nora), { name: 'Eva Quéré' })).statusCode).toBe(200);
    await remove(idOf(site, nora));
    expect((await add({ ...lea, name: 'Éva Quéré' })).statusCode).toBe(201);
  });

  test('or somebody who is invited is refused, until the invitation was taken back or has expired', async () => {
    const { member } = await invite({ ...lea, name: 'Zoé' });
    const other = { role: 'moderator', email: 'zoe@example.org' };
    const promised = {
      ...refusal(422, 'invalid-fields'),
      fields: [{ field: 'name', detail: 'Somebody who is invited to the team has this name.' }],
    };
    for (const name of ['Zoé', 'zoé', 'Zo\u200bé']) {
      expect((await add({ ...other, name })).json()).toMatchObject(promised);
      expect((await add({ name, role: 'moderator', sub: 'script' })).json()).toMatchObject(promised);
      expect((await change(idOf(site, nora), { name })).json()).toMatchObject(promised);
    }
    await remove(member.id);
    expect((await add({ ...other, name: 'zoé' })).statusCode).toBe(201);
    clock.pass(7 * DAY_S + 1);
    expect((await add({ ...lea, name: 'Zoé' })).statusCode).toBe(201);
  });

  test('is refused to who joins when it was taken after the invitation', async () => {
    const { invitation } = await invite();
    // As it is when the two come at the same moment: each has read that the name is free.
    const { store } = backend;
    const before = (await store.readMember(site, idOf(site, nora))) as Member;
    const event = { id: 'renamed', site, at: clock.now(), by: 'test', action: 'change-member', subject: '' };
    await store.saveMember(
      { before, after: { ...before, name: 'Lea', version: before.version + 1 } },
      event as SiteEvent,
    );
    expect((await join(invitation.token)).json()).toMatchObject(taken('invitation'));
    await change(idOf(site, nora), { name: 'Nora' });
    expect((await join(invitation.token)).statusCode).toBe(201);
  });

  test('is one person’s when many take it at once, and the others are told so', async () => {
    const program = (n: number) => add({ name: 'Archive', role: 'moderator', sub: `script-${n}` });
    const asked = [
      ...[1, 2, 3].map(program),
      add({ ...lea, name: 'Archive' }),
      change(idOf(site, nora), { name: 'Archive' }),
    ];
    const answers = await Promise.all(asked);
    expect(answers.filter(({ statusCode }) => statusCode < 300)).toHaveLength(1);
    for (const answer of answers.filter(({ statusCode }) => statusCode >= 300))
      expect(answer.json()).toMatchObject(refusal(422, 'invalid-fields'));
    expect((await members()).filter(({ name }) => name === 'Archive')).toHaveLength(1);
  });
});

test('the last place on a team is taken once when many are added to it at once, and every name that is free is found one', async () => {
  const { store } = backend;
  for (let n = 0; n < 94; n += 1) {
    const who = { site, id: `m${n}`, identity: `i${n}`, name: `Script ${n}`, kind: 'program' } as const;
    const after = { ...who, role: 'moderator', version: 1, createdAt: 0 } as const;
    const event = { id: `e${n}`, site, at: 0, by: 'test', action: 'add-member', subject: who.id } as const;
    await store.saveMember({ before: undefined, after }, event);
  }
  const asked = [1, 2, 3, 4, 5, 6].map((n) => add({ name: `Archive ${n}`, role: 'moderator', sub: `s${n}` }));
  const answers = await Promise.all(asked);
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(4);
  for (const answer of answers.filter(({ statusCode }) => statusCode !== 201))
    expect(answer.json()).toMatchObject({ code: 'team-full' });
});

test('the trail tells under which name and role a member stood before and after every change', async () => {
  const id = idOf(site, nora);
  await change(id, { name: 'Nora L.' });
  await change(id, { role: 'admin' });
  await change(id, { name: 'Nora M.', role: 'moderator' });
  expect((await events()).map(([, , , ...standing]) => standing)).toEqual([
    ['moderator, nora', 'moderator, Nora L.'],
    ['moderator, Nora L.', 'admin, Nora L.'],
    ['admin, Nora L.', 'moderator, Nora M.'],
  ]);
});

test('a name of letters that are joined or written from right to left is taken', async () => {
  for (const name of ['علی\u200cرضا', '\u2067דנה\u2069', 'Nóra'])
    expect((await change(idOf(site, nora), { name })).json().member).toMatchObject({ name });
});

describe('a name of the team', () => {
  const signed = async (author: string, more: object = {}) => {
    clock.pass(60);
    const said = await submit(
      'signature',
      { author, text: `Un mot de ${author}, à ${clock.now()}.`, ...more },
      { params: { site } },
    );
    expect(said.statusCode).toBe(202);
    const { comments } = (
      await call('list-queue', { params: { queue: 'pending' }, query: 'order=newest' })
    ).json();
    return comments[0].verdict.findings.some(({ check }: any) => check === 'staff');
  };

  test('is reserved for whoever joined under it, with the address, until they leave or take another', async () => {
    expect(await signed('Léa Morvan')).toBe(false);
    const { invitation } = await invite({ ...lea, name: 'Léa Morvan' });
    const { member } = (await join(invitation.token)).json();
    expect(await signed('LEA  MORVAN')).toBe(true);
    expect(await signed('L\u0435\u0301a Morvan')).toBe(true);
    expect(await signed('Une autre', { email: 'lea@example.org' })).toBe(true);
    expect(await signed('Léa Morvand')).toBe(false);

    await change(member.id, { name: 'Léa Quéré', version: member.version });
    expect(await signed('Léa Morvan')).toBe(false);
    expect(await signed('Léa Quéré')).toBe(true);

    await remove(member.id);
    expect(await signed('Léa Quéré')).toBe(false);
    expect(await signed('Une autre', { email: 'lea@example.org' })).toBe(false);
  });

  test('has an address that stays reserved while another account has the same', async () => {
    const joinAs = async (sub: string, name: string) => {
      const { invitation } = await invite({ ...lea, name });
      return (
        await join(invitation.token, { sub, token: idToken(sub, { claims: { email: lea.email } }) })
      ).json();
    };
    const [old, own] = [await joinAs('lea', 'Léa Morvan'), await joinAs('lea-again', 'Léa M.')];
    await remove(old.member.id);
    expect(await signed('Léa Morvan')).toBe(false);
    expect(await signed('Une autre', { email: 'lea@example.org' })).toBe(true);

    await remove(own.member.id);
    expect(await signed('Une autre', { email: 'lea@example.org' })).toBe(false);
  });

  test('is free again when both accounts of its address are removed at once', async () => {
    const { invitation: first } = await invite({ ...lea, name: 'Léa Morvan' });
    const { member: old } = (await join(first.token)).json();
    const { invitation: second } = await invite({ ...lea, name: 'Léa M.' });
    const again = idToken('lea-again', { claims: { email: lea.email } });
    const { member: own } = (await join(second.token, { sub: 'lea-again', token: again })).json();
    const answers = await Promise.all([remove(old.id), remove(own.id)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await signed('Une autre', { email: 'lea@example.org' })).toBe(false);
  });

  test('of one word is anybody’s', async () => {
    const { invitation } = await invite();
    await join(invitation.token);
    expect(await signed('Léa')).toBe(false);
  });

  test('stands in the way of no ban, and no ban in its way', async () => {
    const { invitation } = await invite({ ...lea, name: 'Léa Morvan' });
    const { member } = (await join(invitation.token)).json();
    const ban = { kind: 'domain', value: 'spam.example', reason: 'publicité' };
    expect((await call('add-ban', { method: 'POST', body: ban })).statusCode).toBe(201);
    expect(await signed('Léa Morvan')).toBe(true);
    await remove(member.id);
    expect(await signed('Léa Morvan')).toBe(false);
    expect((await call('list-bans')).json().bans).toHaveLength(1);
  });
});
