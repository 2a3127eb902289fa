import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { ownWordsIn } from '../../../src/pages/words/own/own-words.ts';
import { wordsIn } from '../../../src/pages/words/words.ts';
import { MINUTE_S, stopClock } from '../../clock.ts';
import { parse } from '../../pages/markup.ts';
import { NOW } from '../../storage/with-store.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, ofReceipt, pending } from '../requests.ts';
import { noFlood, withBackend } from '../with-backend.ts';
import { edit, post, read, say, shown, withdraw } from './receipts.ts';

/** Strangers are published at once, unless a check objects. */
const open = readPolicy({ ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } });
const backend = withBackend({ policy: open, table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(30 * MINUTE_S));
afterAll(() => clock.restart());

const LINKS = 'Voyez https://deux.example/a, https://trois.example/b et https://quatre.example/c.';
const stateOf = async (article: string, id: string) =>
  (await backend.store.find({ site: 'demo', article, id: id as never })) as NonNullable<
    Awaited<ReturnType<typeof backend.store.find>>
  >;
const trail = async () =>
  (await asModerator('list-audit', { query: 'limit=100' }))
    .json()
    .entries.map(({ action, by }: any) => `${by} ${action}`);

test('an edit that checks find clean stays on the page, is marked, and nobody has seen it yet', async () => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await decide('gare', id, 'approve');
  expect((await edit(receipt, 'La halle est superbe.')).statusCode).toBe(200);
  expect(await shown('gare')).toEqual(['La halle est superbe.']);
  expect(await read(receipt)).toMatchObject({ status: 'published', edited: 'author' });
  const comment = await stateOf('gare', id);
  expect([comment.seen, comment.version, comment.original]).toEqual([false, 3, undefined]);
});

test('what the newsroom puts back as its author had edited it is marked as their edit, of then, again', async () => {
  const { id, receipt } = await say('retour');
  await edit(receipt, 'La halle est superbe.');
  const before = await stateOf('retour', id);
  const byNewsroom = (version: number, text: string) =>
    asModerator('edit-comment', {
      method: 'PATCH',
      params: { comment: id },
      query: 'article=retour',
      body: { version, text },
    });
  for (const [version, text] of ['Superbe.', 'Superbe, la halle.', before.text].entries()) {
    clock.pass(1);
    expect((await byNewsroom(before.version + version, text)).statusCode).toBe(200);
  }
  const { edited, editedAt, original, revisedAt } = await stateOf('retour', id);
  expect([edited, editedAt, original, revisedAt]).toEqual(['author', before.editedAt, undefined, undefined]);
  expect((await edit(receipt, 'La halle est belle.')).statusCode).toBe(200);
});

test('an edit never inherits an approval: where a check objects it leaves the page, the count and its author’s record', async () => {
  const { id, receipt, visitor } = await say('gare');
  clock.pass(1);
  await decide('gare', id, 'approve');
  await follow(backend);
  expect((await edit(receipt, LINKS)).json()).toMatchObject({ status: 'pending' });
  expect(await shown('gare')).toEqual([]);
  await follow(backend);
  const [row] = await pending();
  expect(row).toMatchObject({ id, text: LINKS, edited: 'author', author: { approved: 0, refused: 0 } });
  expect((await asModerator('read-article', { article: 'gare' })).json().count).toBe(0);
  expect(visitor).toBeDefined();
});

test('an edit publishes nothing that waits, even where no check objects any more', async () => {
  const { id, receipt } = await say('gare', { text: LINKS });
  expect((await edit(receipt, 'Sans liens, finalement.')).json()).toMatchObject({ status: 'pending' });
  expect((await stateOf('gare', id)).verdict.outcome).toBe('approve');
  expect(await shown('gare')).toEqual([]);
});

test('an edit of what a moderator filed as spam reads like one that waits, and stays filed by that moderator', async () => {
  const [spam, waiting] = [await say('gare', { text: LINKS }), await say('gare', { text: `${LINKS} Bis.` })];
  clock.pass(1);
  await decide('gare', spam.id, 'spam');
  const answers = [await edit(spam.receipt, 'Un texte.'), await edit(waiting.receipt, 'Un texte.')];
  const [one, other] = answers.map((answer) => answer.json());
  const others = { id: '', createdAt: '', changeableUntil: '' };
  expect({ ...one, ...others }).toEqual({ ...other, ...others });
  expect(await stateOf('gare', spam.id)).toMatchObject({ status: 'spam', seen: true, original: LINKS });
});

test('an article that takes no more comments takes no other text, which no receipt offers, and lets them be withdrawn', async () => {
  const { id, receipt } = await say('close');
  expect(await read(receipt)).toMatchObject({ editable: true });
  await backend.store.saveArticle({ site: 'demo', id: 'close', mode: 'closed' }, 0);
  expect(await read(receipt)).toMatchObject({ editable: false, changeableUntil: expect.any(String) });
  const page = await post('revise-comment', receipt, { text: 'Autre chose.', version: 'x' });
  expect(page.body).not.toContain('name="text"');
  expect(page.body).toContain('Vous pouvez le retirer pendant encore');
  expect(page.body).not.toContain('le modifier');
  const refused = await edit(receipt, 'Autre chose.');
  expect([refused.statusCode, refused.json().code]).toEqual([403, 'article-closed']);
  expect((await withdraw(receipt)).statusCode).toBe(200);
  expect((await stateOf('close', id)).status).toBe('withdrawn');

  const { receipt: waiting } = await say('relue');
  await backend.store.saveArticle({ site: 'demo', id: 'relue', mode: 'premoderated' }, 0);
  expect(await read(waiting)).toMatchObject({ editable: true });
  expect((await edit(waiting, 'Autre chose.')).statusCode).toBe(200);
});

test.each([
  ['after a quarter of an hour', 'too-late', async (): Promise<void> => clock.pass(15 * MINUTE_S + 1)],
  [
    'once a published comment answers it',
    'already-answered',
    async (id: string): Promise<void> => void (await say('gare', { parent: id })),
  ],
  [
    'once it was rejected',
    'already-decided',
    async (id: string): Promise<void> => void (await decide('gare', id, 'reject')),
  ],
  [
    'once it was withdrawn',
    'already-decided',
    async (_: string, receipt: string): Promise<void> => void (await withdraw(receipt)),
  ],
  [
    'once the newsroom edited it',
    'already-decided',
    async (id: string): Promise<void> =>
      void (await asModerator('edit-comment', {
        method: 'PATCH',
        article: 'gare',
        params: { comment: id },
        body: { text: 'Corrigé.', version: 1 },
      })),
  ],
] as const)('a comment cannot be edited %s, and nothing changes', async (_, code, prepare) => {
  const { id, receipt } = await say('gare');
  clock.pass(1);
  await prepare(id, receipt);
  const before = await stateOf('gare', id);
  const answer = await edit(receipt, 'Trop tard.');
  expect(answer.json()).toMatchObject({ code });
  expect([403, 409]).toContain(answer.statusCode);
  expect(await stateOf('gare', id)).toEqual(before);
  expect((await read(receipt)).editable).toBe(false);
});

test('an edit of a text that was not the latest is a conflict and changes nothing; the same edit again is none, however old its version', async () => {
  const { id, receipt } = await say('gare');
  const { version } = await read(receipt);
  await edit(receipt, 'La deuxième version.');
  const stale = await ofReceipt('revise-comment', receipt, {
    method: 'PATCH',
    body: { text: 'Vieille.', version },
  });
  expect([stale.statusCode, stale.json().code]).toEqual([409, 'changed-meanwhile']);
  const again = { method: 'PATCH', body: { text: 'La deuxième version.', version } };
  expect((await ofReceipt('revise-comment', receipt, again)).statusCode).toBe(200);
  expect((await edit(receipt, 'La deuxième version.')).statusCode).toBe(200);
  expect(await stateOf('gare', id)).toMatchObject({ text: 'La deuxième version.', version: 2 });
});

/** Sends edits of the same version. */
const editAtOnce = async (receipt: string, texts: readonly string[]): Promise<readonly number[]> => {
  const { version } = await read(receipt);
  const send = (text: string) =>
    ofReceipt('revise-comment', receipt, { method: 'PATCH', body: { text, version } });
  return (await Promise.all(texts.map(send))).map(({ statusCode }) => statusCode).sort();
};

test('an edit whose button is pressed twice at once is one edit, and no refusal', async () => {
  const { id, receipt } = await say('gare');
  const { version } = await read(receipt);
  const press = () => post('revise-comment', receipt, { text: 'La halle est superbe.', version });
  const answers = await Promise.all([press(), press(), press()]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
  const comment = await stateOf('gare', id);
  expect([comment.text, comment.version]).toEqual(['La halle est superbe.', 2]);
});

test('of two edits at the same moment one is written, with its event', async () => {
  const { receipt } = await say('gare');
  expect(await editAtOnce(receipt, ['Un.', 'Deux.'])).toEqual([200, 409]);
  await follow(backend);
  expect(await trail()).toEqual(['author edit', 'screening screen']);
});

test('the trail names edited texts by keyed digests, which only compare within one comment', async () => {
  const [first, second] = ['La halle est superbe.', 'La halle est magnifique.'];
  const texts = async (article: string) => {
    const { id, receipt } = await say(article, { text: second });
    for (const text of [first, second]) await edit(receipt, text);
    const edits = (await backend.dump()).filter(({ sk, texts }) => sk?.S?.includes(`#${id}#`) && texts);
    return edits.map(({ texts: of }) => [of?.M?.before?.S ?? '', of?.M?.after?.S ?? '']);
  };
  const [one, other] = [await texts('gare'), await texts('halle')];
  expect(one).toEqual([one[0], one[0]?.toReversed()]);
  expect(new Set([one, other].flat(2)).size).toBe(4);
  for (const name of one.flat()) expect(name).toMatch(/^1:[\w-]{22}$/);
});

test('of edits that come at once, those that come too late take no place', async () => {
  const { receipt } = await say('gare');
  expect(await editAtOnce(receipt, ['Un.', 'Deux.', 'Trois.', 'Quatre.'])).toEqual([200, 409, 409, 409]);
  for (let n = 1; n < 5; n += 1) expect((await edit(receipt, `Essai ${n}.`)).statusCode).toBe(200);
  expect((await edit(receipt, 'Encore un.')).statusCode).toBe(429);
});

test('a receipt allows five edits in ten minutes, and a refused one takes no place', async () => {
  const { receipt } = await say('gare');
  expect((await edit(receipt, '')).statusCode).toBe(422);
  for (let n = 0; n < 5; n += 1) expect((await edit(receipt, `Essai ${n}.`)).statusCode).toBe(200);
  const refused = await edit(receipt, 'Encore un.');
  expect([refused.statusCode, refused.json().code, refused.headers['retry-after']]).toEqual([
    429,
    'too-many-requests',
    '600',
  ]);
  clock.pass(10 * MINUTE_S + 1);
  expect((await edit(receipt, 'Maintenant.')).statusCode).toBe(200);
});

test('a moderator who approves, or undoes by, the version before an edit is told of a conflict', async () => {
  const { id, receipt } = await say('gare', { text: LINKS });
  clock.pass(1);
  const { undo } = (await decide('gare', id, 'approve')).json();
  await edit(receipt, `${LINKS} Et un mot.`);
  const [old] = (await decide('gare', id, 'approve', { version: 2 })).json().results;
  expect(old.problem).toMatchObject({
    code: 'changed-meanwhile',
    current: { status: 'pending', by: 'author' },
  });
  const undone = (await asModerator('undo-decisions', { method: 'POST', body: { undo } })).json().results;
  expect(undone[0].problem.code).toBe('changed-meanwhile');
});

test('what was known of how a comment was sent stays with it, whatever its text becomes', async () => {
  const { id, receipt } = await say('gare', { text: LINKS });
  const before = await stateOf('gare', id);
  const held = before.verdict.findings.map((one) =>
    one.check === 'form-token' ? { ...one, outcome: 'hold' as const, score: 0.8 } : one,
  );
  await backend.store.saveRevision({
    comment: { ...before, verdict: { outcome: 'hold', findings: held }, version: 2 },
    event: {
      site: 'demo',
      article: 'gare',
      comment: before.id,
      version: 2,
      at: NOW,
      by: 'x',
      action: 'edit',
      before: 'pending',
      after: 'pending',
    },
  });
  await edit(receipt, 'Un texte sans lien.');
  const after = (await stateOf('gare', id)).verdict;
  expect(after.findings.filter(({ outcome }) => outcome !== 'approve').map(({ check }) => check)).toEqual([
    'form-token',
  ]);
  expect(after.outcome).toBe('hold');
});

test('without JavaScript an edit leads back to the receipt, and a refused one keeps the text typed', async () => {
  const { receipt } = await say('gare');
  const { version } = await read(receipt);
  const done = await post('revise-comment', receipt, { text: 'Écrit dans un formulaire.', version });
  expect([done.statusCode, done.headers.location]).toEqual([303, `/r/${receipt}?saved`]);
  const stale = await post('revise-comment', receipt, { text: 'Mon <texte> précieux.', version });
  expect([stale.statusCode, stale.body.includes('Mon &lt;texte&gt; précieux.')]).toEqual([409, true]);
  clock.pass(16 * MINUTE_S);
  const latest = (await read(receipt)).version;
  const late = await post('revise-comment', receipt, { text: 'Mon texte tardif.', version: latest });
  expect([late.statusCode, late.body.includes('Mon texte tardif.'), late.body.includes('/edit"')]).toEqual([
    403,
    true,
    false,
  ]);
});

test('an edit that names no version changes whatever the text is by now', async () => {
  const { receipt } = await say('gare');
  const answer = await ofReceipt('revise-comment', receipt, {
    method: 'PATCH',
    body: { text: 'Sans version.' },
  });
  expect([answer.statusCode, await read(receipt)]).toMatchObject([200, { text: 'Sans version.' }]);
});

test.each<[string, number, string, Record<string, string>]>([
  ['is too large', 413, `text=Mon+texte+pr%C3%A9cieux.&x=${'x'.repeat(70_000)}`, {}],
  ['has a stray percent sign', 400, 'text=Mon+texte+pr%C3%A9cieux.&version=%', {}],
  ['says that it is compressed', 415, 'text=Mon+texte+pr%C3%A9cieux.', { 'content-encoding': 'gzip' }],
])(
  'an edit whose form %s keeps the text, and is sent again from the same page',
  async (_, status, form, headers) => {
    const { receipt } = await say('gare');
    const refused = await post('revise-comment', receipt, form, headers);
    const { text } = parse(refused.body);
    expect([refused.statusCode, refused.body.includes('Mon texte précieux.</textarea>')]).toEqual([
      status,
      true,
    ]);
    expect(refused.body).toContain(`action="/r/${receipt}/edit"`);
    expect(text).toContain('depuis cette page');
    expect(text).toContain(wordsIn('fr').refusal.kept);
    expect(text).not.toContain('depuis l’article');
  },
);

test('an edit that could not be read says that its text is not on the page', async () => {
  const { receipt } = await say('gare');
  const refused = await post('revise-comment', receipt, 'Mon texte', { 'content-type': 'text/plain' });
  expect([refused.statusCode, parse(refused.body).text.includes(wordsIn('fr').refusal.lost)]).toEqual([
    415,
    true,
  ]);
});

test('an edit that leads to no comment keeps its text, to copy', async () => {
  const refused = await post('revise-comment', 'inconnu', { text: 'Mon texte précieux.', version: '1' });
  expect([refused.statusCode, refused.body.includes('Mon texte précieux.</textarea>')]).toEqual([404, true]);
});

test('who edits what they withdrew is told that they did', async () => {
  const { receipt } = await say('gare');
  await withdraw(receipt);
  const refused = await post('revise-comment', receipt, { text: 'Mon regret.', version: '1' });
  const { text } = parse(refused.body);
  expect([refused.statusCode, refused.body.includes('Mon regret.</textarea>')]).toEqual([409, true]);
  expect(text).toContain(ownWordsIn('fr').refused.withdrawn.happened);
  expect(text).not.toContain(wordsIn('fr').refusals['already-decided'].happened);
});
