import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { queues as queueNames } from '../../src/comment/queue.ts';
import { DAY_S, stopClock } from '../clock.ts';
import { anId, aSite } from '../storage/with-store.ts';
import { ask } from './call-gateway.ts';
import { follow } from './follow-stream.ts';
import { alice, claire, david, enlist, idOf, nora, stranger } from './people.ts';
import { asModerator, decide, list, pending, submit } from './requests.ts';
import { noFlood, ORIGIN, withBackend } from './with-backend.ts';

const backend = withBackend({
  policy: { ...noFlood, blocked: { ...noFlood.blocked, words: ['casino'] } },
  settings: { SITE_CACHE_S: '60' },
  table: 'of-test',
});

const draft = { author: 'Camille', text: 'Merci pour cet article, je prends ce train tous les matins.' };
const sent = async (article: string, body: object = draft, ip = '192.0.2.1') =>
  (await submit(article, body, { ip })).json();
const decideAll = async (decisions: readonly object[], asked: object = {}) =>
  asModerator('decide-comments', { method: 'POST', body: { decisions }, ...asked });
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
const spamQueue = async () =>
  (await asModerator('list-queue', { params: { queue: 'spam' } })).json().comments;
const everyState = async (article: string) =>
  (await asModerator('list-article-comments', { article })).json().comments;
const trail = async (article: string) =>
  (await backend.dump()).filter(({ pk, sk }) => pk?.S === `demo#${article}` && sk?.S?.startsWith('E#'));
const shownIds = async (article: string) => (await list(article)).json().comments.map(({ id }: any) => id);

describe('trust', () => {
  test('an author once approved is published at once, by proof and not by name', async () => {
    const first = await sent('confiance');
    expect(first.status).toBe('pending');
    await decide('confiance', first.id, 'approve');
    await follow(backend);

    const again = { ...draft, text: 'Un second message du même auteur.', visitor: first.visitor };
    const second = await submit('confiance', again);
    expect([second.statusCode, second.json().status]).toEqual([201, 'published']);
    expect(await shownIds('confiance')).toEqual([first.id, second.json().id]);
    const stranger = await submit('confiance', { ...draft, text: 'Même nom, sans preuve.' });
    expect(stranger.json().status).toBe('pending');
    const elsewhere = await submit('confiance', again, { params: { site: 'autre' }, article: 'confiance' });
    expect(elsewhere.json().status).toBe('pending');
  });

  test('is lost when what earned it is taken back', async () => {
    const first = await sent('perdue');
    const { undo: token } = (await decide('perdue', first.id, 'approve')).json();
    await undo(token);
    await follow(backend);
    const second = await sent('perdue', { ...draft, text: 'Un second message.', visitor: first.visitor });
    expect(second.status).toBe('pending');
  });
});

describe('spam', () => {
  test('waits in its queue with what caught it, and is never shown', async () => {
    const { id } = await sent('spam', { ...draft, contact_me: 'robot' });
    const [caught] = (await spamQueue()).filter((comment: any) => comment.id === id);
    expect(caught.verdict).toMatchObject({ outcome: 'spam' });
    expect(caught.verdict.findings.find(({ check }: any) => check === 'honeypot').outcome).toBe('spam');
    expect((await pending()).map((comment: any) => comment.id)).not.toContain(id);
    expect(await shownIds('spam')).toEqual([]);
    await decide('spam', id, 'approve');
    expect(await shownIds('spam')).toEqual([id]);
  });

  test('that two checks found is in no queue, and still in its article’s list', async () => {
    const { id, status } = await sent('blatant', {
      author: 'Casino',
      text: 'Le meilleur casino !',
      contact_me: 'x',
    });
    expect(status).toBe('pending');
    for (const queue of queueNames)
      expect(
        (await asModerator('list-queue', { params: { queue } })).json().comments.map((one: any) => one.id),
      ).not.toContain(id);
    expect(await everyState('blatant')).toMatchObject([{ id, status: 'spam' }]);
    await follow(backend);
    const { queues } = (await asModerator('list-queues')).json();
    expect(queues.spam.count).toBe((await spamQueue()).length);
    expect((await decide('blatant', id, 'approve')).json().results).toMatchObject([{ status: 'approved' }]);
  });

  test('marked by a moderator leaves the page, and undo brings it back', async () => {
    const { id } = await sent('revient');
    await decide('revient', id, 'approve');
    const { undo: token } = (await decide('revient', id, 'spam')).json();
    expect(await shownIds('revient')).toEqual([]);
    expect((await undo(token)).json().results).toMatchObject([
      { comment: id, status: 'approved', version: 4 },
    ]);
    expect(await shownIds('revient')).toEqual([id]);
    expect((await undo(token)).json().results).toMatchObject([{ problem: { code: 'changed-meanwhile' } }]);
  });
});

describe('decisions', () => {
  test('two moderators at once: one wins, the other hears of it, and one event says so', async () => {
    for (let round = 0; round < 5; round += 1) {
      const article = `a-deux-${round}`;
      const { id } = await sent(article);
      const answers = await Promise.all(
        [claire, david].map((claims, at) =>
          decideAll([{ article, comment: id, version: 1, decision: at ? 'reject' : 'approve' }], { claims }),
        ),
      );
      const results = answers.flatMap((answer) => answer.json().results);
      expect(results.filter(({ status }) => status)).toHaveLength(1);
      expect(results.find(({ problem }) => problem).problem).toMatchObject({
        code: 'changed-meanwhile',
        status: 409,
      });
      expect(await trail(article)).toHaveLength(1);
    }
  });

  test('on a version that is no longer, on what is already so, and on nothing', async () => {
    const { id } = await sent('versions');
    await decide('versions', id, 'approve');
    const on = (decision: string, more = {}) => ({ article: 'versions', comment: id, decision, ...more });
    const { results } = (
      await decideAll([on('reject', { version: 1 }), { ...on('approve'), version: 1, comment: anId(7) }])
    ).json();
    expect(results.map(({ problem }: any) => problem.code)).toEqual([
      'changed-meanwhile',
      'comment-not-found',
    ]);
    expect((await decideAll([on('approve', { version: 2 })])).json().results[0].problem.code).toBe(
      'already-decided',
    );
    expect(await trail('versions')).toHaveLength(1);
    expect((await decideAll([on('reject', { version: 2 })])).json().results[0]).toMatchObject({ version: 3 });
  });

  test('one comment twice in a request is decided once', async () => {
    for (const second of ['approve', 'reject'] as const) {
      const article = `double-${second}`;
      const { id } = await sent(article);
      const twice = ['approve', second].map((decision) => ({ article, comment: id, version: 1, decision }));
      const answer = await decideAll(twice);
      expect(answer.statusCode).toBe(200);
      expect(answer.json().results).toMatchObject([
        { comment: id, status: 'approved', version: 2 },
        {
          comment: id,
          problem: { code: 'changed-meanwhile', current: { status: 'approved', version: 2 } },
        },
      ]);
      expect(await everyState(article)).toMatchObject([{ status: 'approved', version: 2 }]);
      expect(await trail(article)).toHaveLength(1);
      expect((await undo(answer.json().undo)).json().results).toMatchObject([{ status: 'pending' }]);
    }
  });

  test('with a reason and a note keep both for the author, and the event says who, when, why and under which policy', async () => {
    const { id } = await sent('motif');
    await decideAll([
      { article: 'motif', comment: id, decision: 'reject', reason: 'hate-speech', note: 'Voir charte.' },
    ]);
    expect(await trail('motif')).toMatchObject([
      {
        by: { S: idOf('demo', claire) },
        action: { S: 'reject' },
        before: { S: 'pending' },
        after: { S: 'rejected' },
        reason: { S: 'hate-speech' },
        policy: { N: '1' },
      },
    ]);
  });

  test.each([
    ['an unknown decision', { decision: 'withdraw' }],
    ['a status', { decision: 'pending' }],
    ['a version under 0', { version: -1 }],
    ['a broken version', { version: 1.5 }],
    ['a version in quotes', { version: '1' }],
    ['what is no id', { comment: 'x' }],
    ['an unknown reason', { decision: 'reject', reason: 'banned-word' }],
    ['a reason for an approval', { reason: 'other' }],
    ['a note without a rejection', { decision: 'spam', note: 'Non.' }],
    ['a thread among others', { decision: 'reject', thread: true }],
    ['no version to approve', { version: undefined }],
    ['a long note', { note: 'x'.repeat(1_001) }],
    ['who says it', { by: 'somebody' }],
    ['another site', { site: 'autre' }],
  ])('that say %s are refused whole', async (_, wrong) => {
    const { id } = await sent('entier');
    const good = { article: 'entier', comment: id, version: 1, decision: 'approve' };
    const before = await backend.kept();
    expect((await decideAll([good, { ...good, ...wrong }])).statusCode).toBe(422);
    expect(await backend.kept()).toEqual(before);
  });
});

describe('who may', () => {
  const admin = [
    ['list-queues', {}],
    ['list-queue', { params: { queue: 'pending' } }],
    ['list-article-comments', { article: 'a' }],
    ['read-article', { article: 'a' }],
    ['read-policy', {}],
    ['change-article', { method: 'PUT', article: 'a', body: { mode: 'closed' } }],
    ['change-policy', { method: 'PUT', body: { policy: {} } }],
    ['read-learning', {}],
    ['list-audit', {}],
    ['read-stats', {}],
    ['reset-learning', { method: 'DELETE' }],
    ['decide-comments', { method: 'POST', body: { decisions: [] } }],
    ['undo-decisions', { method: 'POST', body: { undo: 'x' } }],
    [
      'edit-comment',
      { method: 'PATCH', article: 'a', params: { comment: anId(1) }, body: { version: 1, text: 'x' } },
    ],
    ['reply-to-comment', { method: 'POST', body: { article: 'a', parent: anId(1), text: 'x' } }],
  ] as const;

  test.each(admin)(
    '%s: nobody without a token, who is no member, or is one of another site',
    async (name, asked) => {
      const before = await backend.kept();
      const as = async (claims: Record<string, unknown> | undefined) =>
        (await asModerator(name, { ...asked, claims } as never)).json();
      for (const claims of [undefined, {}, { sub: 'claire' }, { iss: claire.iss }, { ...claire, sub: '' }])
        expect(await as(claims)).toMatchObject({ status: 401, code: 'invalid-token' });
      const elsewhere = { ...claire, iss: 'https://issuer.example' };
      const alike = ['Claire', 'claire ', 'clair', 'claire\0', '*'].map((sub) => ({ ...claire, sub }));
      for (const claims of [stranger, elsewhere, ...alike])
        expect(await as(claims)).toMatchObject({ status: 403, code: 'not-a-moderator' });
      // What a token says of sites and scopes does not count.
      expect(await as({ ...stranger, sites: 'demo', scope: 'comments:admin' })).toMatchObject({
        status: 403,
      });
      expect(await as(alice)).toMatchObject({ status: 404, code: 'site-not-found' });
      expect(await backend.kept()).toEqual(before);
    },
  );

  test.each([
    ['of Cognito', { token_use: 'id' }],
    ['of Keycloak', { typ: 'ID' }],
    ['of others', { nonce: 'n', at_hash: 'h' }],
    ['of an unknown use', { token_use: '' }],
  ])('an ID token %s opens nothing where access tokens are expected', async (_, more) => {
    const answer = await asModerator('list-queues', { claims: { ...claire, ...more } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'invalid-token' });
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  test.each([
    ['of Cognito', { token_use: 'access', client_id: 'x', scope: 'openid' }],
    ['of Keycloak', { typ: 'Bearer', nonce: 'n' }],
    ['with a scope', { scope: 'openid', nonce: 'n' }],
  ])('an access token %s is taken', async (_, more) => {
    expect((await asModerator('list-queues', { claims: { ...claire, ...more } })).statusCode).toBe(200);
  });

  test('the policy, and forgetting what was learned, are for administrators alone', async () => {
    const claims = nora;
    const reset = await asModerator('reset-learning', { method: 'DELETE', claims });
    expect(reset.json()).toMatchObject({ status: 403, code: 'not-a-moderator' });
    expect((await asModerator('read-learning', { claims })).statusCode).toBe(200);
    const changed = await asModerator('change-policy', { method: 'PUT', body: { policy: {} }, claims });
    expect(changed.json()).toMatchObject({ status: 403, code: 'not-a-moderator' });
  });

  test('pages of other origins, and of none, send no decisions', async () => {
    const { id } = await sent('origine');
    const before = await backend.kept();
    const from = (headers: Record<string, string>) =>
      decideAll([{ article: 'origine', comment: id, version: 1, decision: 'approve' }], { headers });
    const strange = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of [
      ...strange,
      { origin: `${ORIGIN}.evil.example` },
      { origin: ORIGIN.replace('https', 'http') },
    ])
      expect((await from(headers)).json()).toMatchObject({ status: 403, code: 'origin-not-allowed' });
    expect(await backend.kept()).toEqual(before);
    expect((await from({ origin: ORIGIN, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(200);
  });

  test('another site’s comment is not there, and no trace is left of asking', async () => {
    const ofAutre = { params: { site: 'autre' }, article: 'chez-eux' };
    const { id } = (await submit('chez-eux', draft, ofAutre)).json();
    const before = await backend.kept();
    expect((await decide('chez-eux', id, 'approve')).json().results[0].problem.code).toBe(
      'comment-not-found',
    );
    expect(await everyState('chez-eux')).toEqual([]);
    expect(await backend.kept()).toEqual(before);
  });
});

describe('an article', () => {
  const change = (article: string, body: object) =>
    asModerator('change-article', { method: 'PUT', article, body });

  test('closed takes nothing, premoderated holds even the trusted, open publishes them', async () => {
    const first = await sent('modes');
    await decide('modes', first.id, 'approve');
    await follow(backend);
    const say = async (text: string) => submit('modes', { ...draft, text, visitor: first.visitor });

    expect((await change('modes', { mode: 'closed' })).json()).toMatchObject({ mode: 'closed', version: 1 });
    expect((await say('Fermé ?')).json()).toMatchObject({ status: 403, code: 'article-closed' });
    await change('modes', { mode: 'premoderated', version: 1 });
    expect((await say('Relu ?')).json().status).toBe('pending');
    await change('modes', { mode: 'open', version: 2 });
    expect((await say('Ouvert ?')).json().status).toBe('published');
    expect((await change('modes', { mode: 'closed', version: 1 })).statusCode).toBe(409);
    expect((await ask('open-form', { params: { site: 'demo' }, article: 'modes' })).json().mode).toBe('open');
  });

  test('keeps the settings it is not told to change, and its counts', async () => {
    await change('reglages', { mode: 'open', title: 'La gare', link: `${ORIGIN}/gare` });
    await change('reglages', { mode: 'closed' });
    const { id } = await sent('reglages-2');
    await decide('reglages-2', id, 'approve');
    await follow(backend);
    await change('reglages-2', { mode: 'closed' });
    const read = async (article: string) => (await asModerator('read-article', { article })).json();
    expect(await read('reglages')).toMatchObject({
      mode: 'closed',
      title: 'La gare',
      link: `${ORIGIN}/gare`,
    });
    expect(await read('reglages-2')).toMatchObject({ mode: 'closed', count: 1 });
  });

  test.each([
    [{}],
    [{ mode: 'shut' }],
    [{ mode: 'open', approved: 5 }],
    [{ mode: 'open', link: 'javascript:alert(1)' }],
    [{ mode: 'open', link: 'https://evil.example/' }],
    [{ mode: 'open', title: 'é'.repeat(301) }],
  ])('is not set to %j', async (body) => {
    expect((await change('jamais', body)).statusCode).toBe(422);
  });
});

describe('the policy', () => {
  let clock: ReturnType<typeof stopClock>;
  /** Each test has a site of its own, which no function has read yet. */
  let site = '';
  let sites = 0;
  beforeEach(async () => {
    clock = stopClock();
    sites += 1;
    site = `regle-${sites}`;
    await backend.store.saveSite(aSite({ id: site, policy: noFlood }), 0);
    await enlist(backend, site, claire);
  });
  afterEach(() => clock.restart());

  const ofSite = () => ({ params: { site }, claims: claire });
  const change = (body: object) => asModerator('change-policy', { method: 'PUT', body, ...ofSite() });
  const read = async () => (await asModerator('read-policy', ofSite())).json();

  test('changed is felt, within the minute for which functions cache the old one', async () => {
    const link = { ...draft, text: 'Voyez https://a.example.com' };
    const at = { params: { site }, article: 'politique' };
    const findings = async (text: string) => {
      const { id } = (await submit('politique', { ...link, text }, at)).json();
      const { comments } = (
        await asModerator('list-article-comments', { ...at, query: 'limit=100&verdict=full' })
      ).json();
      const { verdict } = comments.find((comment: any) => comment.id === id);
      return verdict.findings.find(({ check }: any) => check === 'links').outcome;
    };
    expect(await findings('Voyez https://a.example.com')).toBe('approve');
    const policy = { ...noFlood, links: { holdFrom: 1 }, firstComment: { approvedMin: 0 } };
    expect((await change({ policy, version: 1 })).json()).toMatchObject({ version: 2, policy });
    clock.pass(61);
    expect(await findings('Voyez https://b.example.com')).toBe('hold');
    expect((await submit('politique', { ...draft, text: 'Sans lien.' }, at)).json().status).toBe('published');
    expect((await change({ policy, version: 1 })).statusCode).toBe(409);
  });

  test.each([
    [{ policy: { unknown: 1 } }],
    [{ policy: { links: { holdFrom: 2, x: 1 } } }],
    [{ policy: { links: { holdFrom: 0 } } }],
    [{ policy: { text: { charactersMax: 10_001 } } }],
    [{ policy: { flood: { perDay: 10_000 } } }],
    [{ policy: { retention: { spamDays: -1 } } }],
    [{ policy: { blocked: { words: 'casino' } } }],
    [{ policy: { blocked: { words: ['\ud800'] } } }],
    [{ policy: null }],
    [{}],
    [{ policy: {}, version: 1, site: 'autre' }],
  ])('is not set to %j', async (body) => {
    const before = await read();
    expect((await change(body)).statusCode).toBe(422);
    clock.pass(120);
    expect(await read()).toEqual(before);
  });

  test('may be four times as long as a comment’s body, and no longer', async () => {
    const words = Array.from({ length: 3_000 }, (_, n) => `mot-interdit-numero-${n}`);
    const blocked = { ...defaultPolicy.blocked, words };
    expect((await change({ policy: { ...noFlood, blocked } })).statusCode).toBe(200);
    const huge = {
      ...blocked,
      emails: words.map((word) => word.repeat(4)),
      domains: words.map((word) => word.repeat(4)),
    };
    expect((await change({ policy: { ...noFlood, blocked: huge } })).statusCode).toBe(413);
  });
});

describe('counts', () => {
  let clock: ReturnType<typeof stopClock>;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(() => clock.restart());

  test('follow the stream: per article for readers, per queue with the age of the oldest for moderators', async () => {
    const queues = async () =>
      (await asModerator('list-queues', { params: { site: 'comptes' } })).json().queues;
    const at = (article: string) => ({ params: { site: 'comptes' }, article });
    const say = async (article: string, more: object = {}) =>
      (await submit(article, { ...draft, ...more }, at(article))).json();
    await backend.store.saveSite(aSite({ id: 'comptes', policy: noFlood }), 0);
    await enlist(backend, 'comptes', claire);
    expect((await queues()).pending).toEqual({ count: 0, oldestAt: null, oldestAgeS: null });

    const [one, two] = [await say('un'), await say('un', { text: 'Un autre mot.' })];
    await say('deux');
    await say('deux', { text: 'Du bruit.', contact_me: 'x' });
    const saidAt = clock.now();
    clock.pass(7);
    await decideAll([{ article: 'un', comment: one.id, version: 1, decision: 'approve' }], {
      params: { site: 'comptes' },
    });
    expect(await follow(backend)).toEqual([]);
    expect(await follow(backend)).toEqual([]);
    const { pending: waiting, spam } = await queues();
    expect([waiting.count, spam.count]).toEqual([2, 1]);
    expect([Date.parse(waiting.oldestAt), waiting.oldestAgeS]).toEqual([saidAt, 7]);

    const counts = async (query: string) => ask('count-comments', { params: { site: 'comptes' }, query });
    expect((await counts('article=un&article=deux&article=trois&article=un')).json()).toEqual({
      counts: { un: 1, deux: 0, trois: 0 },
    });
    expect((await list('un', at('un'))).json()).toMatchObject({ count: 1, comments: [{ id: one.id }] });
    const many = Array.from({ length: 101 }, (_, n) => `article=a${n}`).join('&');
    expect((await counts(many)).statusCode).toBe(400);
    expect((await counts(many.slice(0, many.lastIndexOf('&')))).statusCode).toBe(200);
    for (const query of ['', 'article=', `article=${'x'.repeat(16_385)}`, 'other=1'])
      expect((await counts(query)).json()).toMatchObject({ status: 422, code: 'invalid-fields' });
    expect(two.id).not.toBe(one.id);
  });
});

describe('the trail', () => {
  test('has exactly one event for each move of a comment, by whom and from where to where', async () => {
    const { id } = await sent('piste');
    const { undo: token } = (await decide('piste', id, 'approve')).json();
    await undo(token);
    await decide('piste', id, 'reject');
    for (let delivery = 0; delivery < 3; delivery += 1) await follow(backend);
    const moves = (await trail('piste')).map(({ action, before, after, by, sk }) => [
      action?.S,
      before?.S,
      after?.S,
      by?.S,
      sk?.S?.split('#').at(-1),
    ]);
    expect(moves.toSorted((a, b) => Number(a[4]) - Number(b[4]))).toEqual([
      ['screen', undefined, 'pending', 'screening', '1'],
      ['approve', 'pending', 'approved', idOf('demo', claire), '2'],
      ['undo', 'approved', 'pending', idOf('demo', claire), '3'],
      ['reject', 'pending', 'rejected', idOf('demo', claire), '4'],
    ]);
  });

  test('costs nothing of what a refused decision would', async () => {
    const { id } = await sent('gratuit');
    await follow(backend);
    const before = await trail('gratuit');
    await decideAll([{ article: 'gratuit', comment: id, version: 9, decision: 'approve' }]);
    await undo('x');
    await follow(backend);
    expect(await trail('gratuit')).toEqual(before);
  });
});

test('what is past its day is no longer there for anybody, swept away or not', async () => {
  // It ends before now: what functions cache of the site must not outlast this test.
  const clock = stopClock(Date.now() - 31 * DAY_S * 1000);
  try {
    const waiting = await sent('passe');
    const shown = await sent('passe', { ...draft, text: 'Celui-ci reste.' });
    await decide('passe', shown.id, 'approve');
    const receipt = async ({ receipt }: any) =>
      (await ask('show-receipt', { params: { receipt } })).statusCode;
    clock.pass(30 * DAY_S - 5);
    expect([await receipt(waiting), (await pending()).map(({ id }: any) => id)]).toEqual([
      200,
      expect.arrayContaining([waiting.id]),
    ]);
    clock.pass(10);
    expect([await receipt(waiting), await receipt(shown)]).toEqual([404, 200]);
    expect((await pending()).map(({ id }: any) => id)).not.toContain(waiting.id);
    expect((await decide('passe', waiting.id, 'approve')).json().results).toMatchObject([
      { problem: { code: 'comment-not-found' } },
    ]);
    expect((await decide('passe', shown.id, 'reject')).json().results).toMatchObject([
      { status: 'rejected' },
    ]);
  } finally {
    clock.restart();
  }
});

describe('a request of many decisions', () => {
  test('a hundred at once have a result each, and 101 are too many', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 99; n += 1)
      ids.push((await sent('cent', { ...draft, text: `${n} : ${draft.text}` }, `198.51.100.${n}`)).id);
    const decisions = [...ids, anId(3)].map((comment) => ({
      article: 'cent',
      comment,
      version: 1,
      decision: 'approve',
    }));
    const before = await backend.kept();
    const tooMany = await decideAll([
      ...decisions,
      { article: 'cent', comment: anId(4), version: 1, decision: 'approve' },
    ]);
    expect(tooMany.json()).toMatchObject({
      status: 422,
      code: 'invalid-fields',
      fields: [{ field: 'decisions', detail: expect.stringContaining('100') }],
    });
    expect((await decideAll([])).statusCode).toBe(422);
    expect(await backend.kept()).toEqual(before);

    const { results, undo: token } = (await decideAll(decisions)).json();
    expect(results.map(({ comment }: any) => comment)).toEqual(decisions.map(({ comment }) => comment));
    expect(results.flatMap(({ problem }: any) => problem?.code ?? [])).toEqual(['comment-not-found']);
    expect(results.filter(({ status }: any) => status === 'approved')).toHaveLength(99);
    expect(results.at(-1).problem?.code).toBe('comment-not-found');
    const undone = (await undo(token)).json().results;
    expect(undone.filter(({ status }: any) => status === 'pending')).toHaveLength(99);
    expect(await trail('cent')).toHaveLength(198);
  });
});
