import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { MINUTE_S, stopClock } from '../../clock.ts';
import { NOW } from '../../storage/with-store.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, list, ofReceipt, report, submit } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';
import { appeal, edit, erase, post, read, say, shown, withdraw } from './receipts.ts';

const open = readPolicy({
  ...noFlood,
  firstComment: { approvedMin: 0, unseenMax: null },
  learnedFilter: { holdPercent: null, spamPercent: null },
});
const backend = withBackend({ policy: open, table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(30 * MINUTE_S));
afterAll(() => clock.restart());

const exportOf = async (receipt: string, body: object = {}) =>
  ofReceipt('export-comments', receipt, { body });
/** Everything that is kept but the ring buffers, which hold digests and times. */
const kept = async () => JSON.stringify(await backend.kept());

test('nothing of an erased comment is left but its place: no text, name, e-mail, page, network, verdict or author', async () => {
  const canary = {
    author: 'Canari Dupont',
    text: 'Phrase-canari, avec son texte.',
    email: 'canari@example.fr',
    url: 'https://canari.example/',
  };
  const { id, receipt } = (await submit('gare', canary)).json();
  clock.pass(1);
  await decide('gare', id, 'approve');
  for (const n of [1, 2, 3])
    await report('gare', id, { note: 'Il écrit « Phrase-canari ».' }, { ip: `203.0.113.${n}` });
  await follow(backend);
  const before = await backend.store.find({ site: 'demo', article: 'gare', id });
  expect(await kept()).toContain('canari');

  expect((await erase(receipt)).json()).toEqual({ erased: 1, more: false });
  const ofComment = JSON.stringify((await backend.dump()).filter(({ sk }) => sk?.S === `C#${id}`));
  for (const gone of [
    'anari',
    before?.emailKey,
    before?.networkKey,
    before?.authorKey,
    before?.fingerprint,
    'links',
  ])
    expect(ofComment).not.toContain(gone);
  await follow(backend);
  expect(await kept()).not.toMatch(/anari/);
  expect(await shown('gare')).toEqual([]);
});

test('the receipt of an erased comment is gone for good, as data, as a page, and for every act', async () => {
  const { receipt } = await say('gare');
  await erase(receipt);
  clock.pass(400 * 24 * 60 * MINUTE_S);
  const gone = await ofReceipt('show-receipt', receipt, { method: 'GET' });
  expect([gone.statusCode, gone.json().code]).toEqual([410, 'comment-erased']);
  const page = await ofReceipt('show-receipt', receipt, { method: 'GET', headers: { accept: 'text/html' } });
  expect([page.statusCode, page.body.includes('Ce commentaire a été effacé.')]).toEqual([410, true]);
  const acts = [
    ['revise-comment', 'PATCH', { text: 'Retour.', version: 'x' }],
    ['withdraw-comment', 'DELETE', undefined],
    ['appeal-decision', 'POST', {}],
    ['export-comments', 'POST', {}],
    ['erase-comments', 'POST', {}],
  ] as const;
  for (const [name, method, body] of acts)
    expect([
      name,
      (await ofReceipt(name, receipt, { method, ...(body ? { body } : {}) })).statusCode,
    ]).toEqual([name, 410]);
});

test('what answers an erased comment stays, under the place where it stood, which says that its author took it back', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await say('gare', { parent: id, text: 'Je réponds.' });
  await erase(receipt);
  const { comments } = (await list('gare')).json();
  expect(comments.map(({ text, removed, withdrawn }: any) => [text, removed, withdrawn])).toEqual([
    ['', true, true],
    ['Je réponds.', false, false],
  ]);
});

test('an erased comment is never revived, wipes no refusal from its author’s record, and its trail goes on without a gap', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  const { undo } = (await decide('gare', id, 'spam')).json();
  await follow(backend);
  const author =
    (await backend.store.find({ site: 'demo', article: 'gare', id: id as never }))?.authorKey ?? '';
  const before = await backend.store.readAuthor(author);
  await erase(receipt);
  await follow(backend);
  expect(await backend.store.readAuthor(author)).toEqual(before);
  const { results } = (await asModerator('undo-decisions', { method: 'POST', body: { undo } })).json();
  expect(results[0].problem.code).toBe('changed-meanwhile');
  expect((await decide('gare', id, 'approve')).json().results[0].problem.code).toBe('already-decided');
  const entries = (await asModerator('list-audit')).json().entries;
  expect(entries.map(({ action, version }: any) => [action, version])).toEqual([
    ['erase', 3],
    ['spam', 2],
    ['screen', 1],
  ]);
});

test.each(['answered', 'waiting'])(
  'no report of an erased comment is left, whether it was %s or not',
  async (state) => {
    const { id, receipt } = await say('gare');
    await report('gare', id, { note: 'Il écrit « magnifique ».' });
    if (state === 'answered') await decide('gare', id, 'approve');
    await follow(backend);
    const notes = async () => (await kept()).includes('Il écrit');
    expect(await notes()).toBe(true);
    await erase(receipt);
    for (let times = 0; times < 2; times += 1) expect(await follow(backend)).toEqual([]);
    expect(await notes()).toBe(false);
  },
);

test('the record of somebody who had all erased ends 400 days later, refusals included, unless they come back', async () => {
  const first = await say('gare');
  const { visitor } = first;
  const second = await say('halle', { visitor, text: 'Deux.' });
  clock.pass(1);
  await decide('gare', first.id, 'approve');
  await decide('halle', second.id, 'spam');
  await follow(backend);
  const recordOf = async () => (await backend.dump()).filter(({ pk }) => pk?.S?.startsWith('~U#'));
  const end = async () => (await recordOf()).map(({ spam, expiresAt }) => [spam?.N, expiresAt?.N]);
  expect(await end()).toEqual([['1', undefined]]);
  const erasedAt = clock.now();
  await erase(first.receipt, visitor);
  for (let times = 0; times < 2; times += 1) {
    await follow(backend);
    expect(await end()).toEqual([['1', String(Math.ceil(erasedAt / 1000) + 400 * 86_400)]]);
  }
  expect(JSON.stringify(await recordOf())).not.toContain(first.id);

  const again = await say('gare', { visitor, text: 'Me revoici.' });
  clock.pass(1);
  await decide('gare', again.id, 'reject');
  await follow(backend);
  expect(await end()).toEqual([['1', undefined]]);
});

test('spam that its author takes back or has erased leaves the host of its page among those of spam', async () => {
  const page = async () => (await asModerator('read-learning')).json().pages;
  for (const [host, act] of [
    ['retiree.example', (receipt: string) => ofReceipt('withdraw-comment', receipt, { method: 'DELETE' })],
    ['effacee.example', (receipt: string) => erase(receipt)],
  ] as const) {
    const draft = { author: 'Pub', text: `Venez chez ${host}.`, url: `https://${host}/` };
    const { id, receipt } = (await submit('gare', draft)).json();
    clock.pass(1);
    await decide('gare', id, 'spam');
    await follow(backend);
    expect((await act(receipt)).statusCode).toBe(200);
    for (let times = 0; times < 2; times += 1) await follow(backend);
    expect(await page()).toContainEqual({ page: host, spam: 1 });
  }
});

test('with the visitor’s token all comments of an author on the site are erased, and nobody else’s', async () => {
  const first = await say('gare');
  const { visitor } = first;
  const own = [
    await say('halle', { visitor, text: 'Deux.' }),
    await say('marche', { visitor, text: 'Trois.' }),
  ];
  const other = await say('gare', { text: 'D’une autre.', ip: '203.0.113.9' });
  expect((await erase(first.receipt, visitor)).json()).toEqual({ erased: 3, more: false });
  for (const { receipt } of own)
    expect((await ofReceipt('show-receipt', receipt, { method: 'GET' })).statusCode).toBe(410);
  expect((await read(other.receipt)).status).toBe('published');
  expect((await erase(first.receipt, visitor)).json()).toEqual({ erased: 0, more: false });
});

test('the cookie goes with all comments of its author, and stays with the erasure of one', async () => {
  const first = await say('gare');
  await say('halle', { visitor: first.visitor, text: 'Deux.' });
  const cookies = [`__Host-palabre-visitor=${first.visitor}`];
  const eraseBy = (all: object) =>
    post('erase-comments', first.receipt, { confirm: 'yes', ...all }, {}, cookies);
  expect((await eraseBy({})).cookies).toBeUndefined();
  expect((await eraseBy({ all: 'yes' })).cookies).toEqual([
    '__Host-palabre-visitor=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax',
  ]);
});

test('a form that confirms nothing erases nothing: a person is asked, a program is refused', async () => {
  const { receipt } = await say('gare');
  expect((await post('erase-comments', receipt)).statusCode).toBe(200);
  const program = await post('erase-comments', receipt, {}, { accept: 'application/json' });
  expect([program.statusCode, program.json()]).toMatchObject([
    422,
    { code: 'invalid-fields', fields: [{ field: 'confirm' }] },
  ]);
  expect((await read(receipt)).status).toBe('published');
});

test('a text that is sent to an erased comment comes back, to copy', async () => {
  const { receipt } = await say('gare');
  await erase(receipt);
  for (const act of ['revise-comment', 'appeal-decision']) {
    const late = await post(act, receipt, { text: 'Mon <texte> tardif.', version: 'x' });
    expect([late.statusCode, late.body.includes('Mon &lt;texte&gt; tardif.')]).toEqual([410, true]);
  }
});

test('comments that were erased before are not counted as erased again', async () => {
  const first = await say('gare');
  const { visitor } = first;
  await say('halle', { visitor, text: 'Deux.' });
  await erase(first.receipt);
  expect((await erase(first.receipt, visitor)).json()).toEqual({ erased: 1, more: false });
  const cookies = [`__Host-palabre-visitor=${visitor}`];
  const page = await post('erase-comments', first.receipt, { all: 'yes', confirm: 'yes' }, {}, cookies);
  expect([page.statusCode, page.body.includes('Ce commentaire a été effacé.')]).toEqual([200, true]);
});

const NOTE = 'Appelez-moi au 06 12 34 56 78, Odile.';

test('reports that an author made of others’ comments are exported and erased with all of theirs, and go on counting', async () => {
  const { receipt, visitor, id: own } = await say('gare');
  const other = await say('halle', { text: 'À dénoncer.', ip: '203.0.113.9' });
  clock.pass(1);
  const reportedAt = new Date(clock.now()).toISOString();
  await report('halle', other.id, { reason: 'illegal', note: NOTE, visitor });
  const { comments, reports } = (await exportOf(receipt, { visitor })).json();
  expect(reports).toEqual([
    { article: 'halle', comment: other.id, reason: 'illegal', note: NOTE, at: reportedAt },
  ]);
  expect(comments.map(({ id }: any) => id)).toEqual([own]);
  clock.pass(11 * MINUTE_S);
  expect((await exportOf(receipt)).json().reports).toEqual([]);

  const author = (await backend.store.find({ site: 'demo', article: 'gare', id: own as never }))?.authorKey;
  expect((await erase(receipt, visitor)).json()).toEqual({ erased: 1, more: false });
  const rows = (await asModerator('list-queue', { params: { queue: 'reported' } })).json().comments;
  expect(rows).toMatchObject([{ id: other.id, reports: [{ reason: 'illegal', count: 1 }] }]);
  clock.pass(1);
  await decide('halle', other.id, 'reject');
  await follow(backend);
  const ofReports = (await backend.dump()).filter(({ sk }) => sk?.S?.startsWith('R#'));
  expect(ofReports).toHaveLength(1);
  expect(await kept()).not.toContain('06 12 34');
  expect(JSON.stringify(ofReports)).not.toContain(author);
});

test('what an author reported is none of their comments to moderators', async () => {
  const { id, visitor } = await say('gare');
  const other = await say('halle', { text: 'À dénoncer.', ip: '203.0.113.9' });
  await report('halle', other.id, { note: NOTE, visitor });
  const author = (await backend.store.find({ site: 'demo', article: 'gare', id: id as never }))?.authorKey;
  const asked = { query: `author=${encodeURIComponent(author ?? '')}` };
  const { comments } = (await asModerator('list-article-comments', asked)).json();
  expect(comments.map(({ id: of }: any) => of)).toEqual([id]);
  clock.pass(1);
  expect((await decide('gare', id, 'spam')).json().results[0].status).toBe('spam');
});

test('more than a hundred are erased by asking again, by the same receipt', async () => {
  const first = await say('gare');
  const { visitor } = first;
  for (let n = 0; n < 104; n += 1) await say('gare', { visitor, text: `Mot ${n}.` });
  const one = (await erase(first.receipt, visitor)).json();
  expect(one.more).toBe(true);
  const two = (await erase(first.receipt, visitor)).json();
  expect([one.erased + two.erased, two.more]).toEqual([105, false]);
  expect(await shown('gare')).toEqual([]);
});

test('an export has what its author wrote and where, and no digest of anything', async () => {
  const { id, receipt, visitor } = (
    await submit('gare', {
      author: 'Odile',
      text: 'Un mot.',
      email: 'odile@example.fr',
      url: 'https://odile.example/',
    })
  ).json();
  await edit(receipt, 'Un meilleur mot.');
  const editedAt = clock.now();
  clock.pass(1);
  await say('halle', { visitor, text: 'Ailleurs.' });
  const alone = (await exportOf(receipt)).json();
  expect(alone.comments).toEqual([
    expect.objectContaining({
      id,
      text: 'Un meilleur mot.',
      author: 'Odile',
      url: 'https://odile.example/',
      status: 'published',
      edited: 'author',
      editedAt: new Date(editedAt).toISOString(),
      since: expect.any(String),
      ...{ language: 'fr', reason: null, note: null, appeal: null },
    }),
  ]);
  const all = (await exportOf(receipt, { visitor })).json();
  expect(all.comments.map(({ text }: any) => text)).toEqual(['Ailleurs.', 'Un meilleur mot.']);
  expect(JSON.stringify(all)).not.toMatch(/1:[\w-]{10}|example\.fr/);
});

test('an export has what its author was told and what they asked for: reason, note, appeal, dates, language', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await decide('gare', id, 'reject', { reason: 'off-topic', note: 'Parlez de la gare.' });
  const rejectedAt = clock.now();
  clock.pass(60);
  await appeal(receipt, 'Je répondais au dernier paragraphe.');
  const appealedAt = clock.now();
  const [comment] = (await exportOf(receipt)).json().comments;
  expect(comment).toMatchObject({
    ...{ id, status: 'not-published', language: 'fr', reason: 'off-topic', note: 'Parlez de la gare.' },
    ...{ since: new Date(rejectedAt).toISOString(), editedAt: null },
    because: ['Non publié par la rédaction\u00A0: hors sujet.'],
    appeal: {
      ...{ text: 'Je répondais au dernier paragraphe.', answer: null, answeredAt: null },
      at: new Date(appealedAt).toISOString(),
    },
  });
});

test('an export tells of spam what it tells of a comment that waits, times included', async () => {
  const links = 'Voyez https://deux.example/a, https://trois.example/b et https://quatre.example/c.';
  const [spam, waiting] = [await say('gare', { text: links }), await say('gare', { text: `${links} Bis.` })];
  clock.pass(1);
  await decide('gare', spam.id, 'spam', {});
  const [one, other] = await Promise.all(
    [spam, waiting].map(async ({ receipt }) => (await exportOf(receipt)).json().comments[0]),
  );
  const others = { id: '', text: '', createdAt: '' };
  expect({ ...one, ...others }).toEqual({ ...other, ...others });
});

test('an export of many comments goes on from page to page, each comment once', async () => {
  const first = await say('gare');
  const { visitor } = first;
  for (let n = 0; n < 60; n += 1) await say('gare', { visitor, text: `Mot ${n}.` });
  const one = (await exportOf(first.receipt, { visitor })).json();
  const two = (await exportOf(first.receipt, { visitor, cursor: one.next })).json();
  const ids = [...one.comments, ...two.comments].map(({ id }: any) => id);
  expect([new Set(ids).size, ids.length, two.next]).toEqual([61, 61, null]);
  expect((await exportOf(first.receipt, { cursor: one.next })).json().code).toBe('invalid-cursor');
});

test('a browser, which cannot ask for the next page, saves all of an author’s comments in one file', async () => {
  const first = await say('gare');
  const { visitor } = first;
  for (let n = 0; n < 120; n += 1) await say(n % 2 === 0 ? 'gare' : 'halle', { visitor, text: `Mot ${n}.` });
  const cookies = [`__Host-palabre-visitor=${visitor}`];
  const file = await post('export-comments', first.receipt, { all: 'yes' }, {}, cookies);
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  const { comments, next } = file.json();
  const ids = comments.map(({ id }: any) => id);
  expect([new Set(ids).size, ids.length, next]).toEqual([121, 121, null]);
});

test.each(['export-comments', 'erase-comments'])(
  '%s takes no visitor’s token that proves nobody, and does nothing then',
  async (name) => {
    const { receipt } = await say('gare');
    const answer = await ofReceipt(name, receipt, { body: { visitor: 'nobody' } });
    expect([answer.statusCode, answer.json().fields[0].field]).toEqual([422, 'visitor']);
    expect((await read(receipt)).status).toBe('published');
  },
);

test.each(['export-comments', 'erase-comments'])(
  '%s of all comments takes only the proof of the comment’s own author, by token and by cookie, and does nothing otherwise',
  async (name) => {
    const alice = await say('gare');
    const bob = await say('gare', { text: 'Je suis Bob.', ip: '203.0.113.9' });
    const cookies = [`__Host-palabre-visitor=${bob.visitor}`];
    const byToken = await ofReceipt(name, alice.receipt, { body: { visitor: bob.visitor } });
    const byCookie = [{}, { confirm: 'yes' }].map((fields) =>
      post(name, alice.receipt, { all: 'yes', ...fields }, {}, cookies),
    );
    for (const answer of [byToken, ...(await Promise.all(byCookie))])
      expect([answer.statusCode, answer.body.includes('Je suis Bob.')]).toEqual([422, false]);
    expect(byToken.json().fields[0].field).toBe('visitor');
    for (const { receipt } of [alice, bob]) expect((await read(receipt)).status).toBe('published');

    const page = async (receipt: string) => {
      const headers = { accept: 'text/html' };
      return (await ofReceipt('show-receipt', receipt, { method: 'GET', headers, cookies })).body;
    };
    expect(await page(bob.receipt)).toContain('name="all"');
    expect(await page(alice.receipt)).not.toContain('name="all"');
  },
);

test('the receipt of an erased comment names nobody: its form erases nobody’s comments, unless it goes on with what was confirmed', async () => {
  const [alice, bob] = [await say('gare'), await say('gare', { text: 'Je suis Bob.', ip: '203.0.113.9' })];
  const cookies = [`__Host-palabre-visitor=${bob.visitor}`];
  await erase(alice.receipt);
  const asked = await post('erase-comments', alice.receipt, { all: 'yes' }, {}, cookies);
  expect([asked.statusCode, asked.body.includes('name="confirm"')]).toEqual([410, false]);
  expect((await read(bob.receipt)).status).toBe('published');
  expect(
    (await ofReceipt('export-comments', alice.receipt, { body: { visitor: bob.visitor } })).statusCode,
  ).toBe(410);
});

test('without JavaScript erasing is asked twice, and exporting is a file', async () => {
  const { receipt } = await say('gare');
  const asked = await post('erase-comments', receipt);
  expect([asked.statusCode, asked.body.includes('name="confirm" value="yes"')]).toEqual([200, true]);
  // Whether there is an answer is not looked up: what the page says holds for any comment.
  expect(asked.body).toContain('Les réponses publiées restent\u202F; là où il y en a, la page dira');
  expect((await read(receipt)).status).toBe('published');
  const file = await post('export-comments', receipt);
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  const done = await post('erase-comments', receipt, { confirm: 'yes' });
  expect([done.statusCode, done.body.includes('Le commentaire a été effacé.')]).toEqual([200, true]);
});

test.each<[string, (receipt: string) => Promise<unknown>]>([
  ['erased', (receipt) => erase(receipt)],
  ['withdrew', (receipt) => withdraw(receipt)],
  ['replaced', (receipt) => edit(receipt, 'La halle est fermée.')],
])('words that their author %s may be sent again, three times in ten minutes', async (_, takeBack) => {
  const ids = new Set<string>();
  for (let n = 0; n < 4; n += 1) {
    clock.pass(20);
    const sent = await say('gare');
    ids.add(sent.id);
    expect(await read(sent.receipt)).toMatchObject({
      text: 'La halle est magnifique.',
      status: 'published',
    });
    await takeBack(sent.receipt);
  }
  clock.pass(20);
  expect([ids.size, await say('gare')]).toEqual([4, expect.objectContaining({ code: 'too-many-comments' })]);
});

test('words that are sent again and refused take none of those three places', async () => {
  const { receipt } = await say('close');
  await withdraw(receipt);
  const setMode = (mode: 'closed' | 'open', version: number) =>
    backend.store.saveArticle({ site: 'demo', id: 'close', mode }, version);
  await setMode('closed', 0);
  for (let n = 0; n < 4; n += 1) {
    clock.pass(20);
    expect(await say('close')).toMatchObject({ code: 'article-closed' });
  }
  await setMode('open', 1);
  expect((await say('close')).receipt).toBeDefined();
});

test('words that the newsroom edited are the comment that they became, and sent again add none', async () => {
  const { id, receipt } = await say('gare');
  await asModerator('edit-comment', {
    ...{ method: 'PATCH', article: 'gare', params: { comment: id } },
    body: { text: 'La halle est belle.', version: 1 },
  });
  expect(await say('gare')).toMatchObject({ id, alreadyReceived: true });
  expect(await shown('gare')).toEqual(['La halle est belle.']);
  expect((await exportOf(receipt)).json().comments[0].original).toBe('La halle est magnifique.');
});

test('a key stands for the comment it came with, also once that is withdrawn or erased', async () => {
  const headers = { 'idempotency-key': 'a-key-of-one-comment' };
  const send = async () => (await submit('gare', { author: 'Odile', text: 'Un mot.' }, { headers })).json();
  const first = await send();
  await ofReceipt('withdraw-comment', first.receipt, { method: 'DELETE' });
  expect((await send()).id).toBe(first.id);
  await erase(first.receipt);
  expect(await send()).toMatchObject({ code: 'comment-erased' });
});

test('the key of an erased comment brings it back to nobody, and says why', async () => {
  const headers = { 'idempotency-key': '0123456789abcdef' };
  const body = { author: 'Odile', text: 'Un mot que je regrette.' };
  const { receipt } = (await submit('cle', body, { headers })).json();
  await erase(receipt);
  const again = await submit('cle', body, { headers });
  expect([again.statusCode, again.json().code]).toEqual([410, 'comment-erased']);
  expect(again.json().detail).toContain('was erased');
});
