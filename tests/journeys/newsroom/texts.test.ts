import { expect, test } from '@jest/globals';
import { stopClock } from '../../clock.ts';
import { ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { alice, CLAIRE } from '../people.ts';
import { asModerator, decide, list, submit, versionOf } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const clock = stopClock();
const backend = withBackend();

const draft = { author: 'Odile', text: 'La halle rouvre enfin, et le marché avec elle.' };
let said = 0;
const say = async (article: string, more: object = {}) => {
  said += 1;
  clock.pass(1);
  return (await submit(article, { ...draft, ...more }, { ip: `198.51.100.${said % 250}` })).json();
};
const published = async (article: string, more: object = {}) => {
  const sent = await say(article, more);
  clock.pass(1);
  await decide(article, sent.id, 'approve');
  return sent;
};
const reply = (body: object) => asModerator('reply-to-comment', { method: 'POST', body });
const edit = (article: string, comment: string, body: object) =>
  asModerator('edit-comment', { method: 'PATCH', article, params: { comment }, body });
const page = async (article: string) =>
  (await ask('render-comments', { params: { site: 'demo' }, article })).body;
const shown = async (article: string) => (await list(article)).json().comments;
const receiptOf = async (receipt: string, accept = 'application/json') =>
  ask('show-receipt', { route: '/r/{receipt}', params: { receipt }, headers: { accept } });
const remove = (article: string, comment: string, more: object = {}) =>
  decide(article, comment, 'reject', { thread: true, ...more });
const undo = (token: string) => asModerator('undo-decisions', { method: 'POST', body: { undo: token } });
const trail = async (article: string) =>
  (await backend.dump()).filter(({ pk, sk }) => pk?.S === `demo#${article}` && sk?.S?.startsWith('E#'));

test('an author reads why a comment was rejected, in their language, with the note, while that stands', async () => {
  const { id, receipt } = await say('motif');
  const { undo: token } = (
    await decide('motif', id, 'reject', { reason: 'off-topic', note: 'Plutôt sous l’autre article <b>.' })
  ).json();
  expect((await receiptOf(receipt)).json()).toMatchObject({
    status: 'not-published',
    reason: 'off-topic',
    note: 'Plutôt sous l’autre article <b>.',
    because: ['Non publié par la rédaction\u00A0: hors sujet.'],
  });
  const { body } = await receiptOf(receipt, 'text/html');
  expect(body).toContain('Non publié par la rédaction\u00A0: hors sujet.');
  expect(body).toContain('Plutôt sous l’autre article &lt;b&gt;.');
  await undo(token);
  expect((await receiptOf(receipt)).json()).toMatchObject({ status: 'pending', reason: null, note: null });
  await decide('motif', id, 'reject');
  expect((await receiptOf(receipt)).json()).toMatchObject({ reason: null, note: null, because: [] });
});

test('the newsroom answers and approves in one act, and readers see who speaks', async () => {
  const { id } = await say('reponse');
  const asked = { article: 'reponse', parent: id, text: 'Merci, c’est corrigé.' };
  expect((await reply(asked)).json()).toMatchObject({ status: 422, code: 'parent-not-found' });
  const answer = await reply({ ...asked, approve: { version: 1 } });
  expect(answer.statusCode).toBe(201);
  const { comment, answered, undo: token } = answer.json();
  expect(answered).toEqual({ comment: id, status: 'approved', version: 2 });
  expect(comment).toMatchObject({ parent: id, thread: id, staff: true, text: asked.text });
  expect(await shown('reponse')).toMatchObject([
    { id, staff: false },
    { id: comment.id, staff: true },
  ]);
  expect(await page('reponse')).toContain('<span class="badge">Rédaction</span>');
  await follow(backend);
  expect((await trail('reponse')).map(({ action, by }) => `${action?.S} ${by?.S}`).toSorted()).toEqual([
    `approve ${CLAIRE}`,
    `reply ${CLAIRE}`,
    'screen screening',
  ]);
  const batches = (await trail('reponse')).filter(({ by }) => by?.S === CLAIRE).map(({ batch }) => batch?.S);
  expect([batches, new Set(batches).size]).toEqual([[expect.any(String), expect.any(String)], 1]);
  expect((await list('reponse')).json().count).toBe(2);
  await undo(token);
  expect(await shown('reponse')).toEqual([]);
});

test('a reply that is sent again is posted once, in one act with an approval too, and again once it was taken back', async () => {
  const { id } = await say('deux-fois');
  const asked = { article: 'deux-fois', parent: id, text: 'Merci, c’est corrigé.' };
  const first = (await reply({ ...asked, approve: { version: 1 } })).json();
  clock.pass(1);
  const again = await reply({ ...asked, approve: { version: 1 } });
  expect(again.statusCode).toBe(201);
  expect(again.json()).toMatchObject({ comment: { id: first.comment.id }, answered: first.answered });
  expect((await reply(asked)).json().comment.id).toBe(first.comment.id);
  const other = (await reply({ ...asked, text: 'Autre chose.' })).json();
  expect((await shown('deux-fois')).map((one: any) => one.id)).toEqual([
    ...[id, first.comment.id, other.comment.id],
  ]);
  await undo(again.json().undo);
  clock.pass(1);
  const anew = (await reply(asked)).json();
  expect((await shown('deux-fois')).map((one: any) => one.id)).toEqual([
    ...[id, other.comment.id, anew.comment.id],
  ]);
  const twice = { ...asked, text: 'Au même moment.' };
  const both = await Promise.all([reply(twice), reply(twice)]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201]);
  expect(new Set(both.map((one) => one.json().comment.id)).size).toBe(1);
  expect((await shown('deux-fois')).filter(({ text }: any) => text === twice.text)).toHaveLength(1);
});

test('a reply that is sent again publishes what it answers, where that was taken off the page meanwhile', async () => {
  const { id } = (await submit('encore', { author: 'Odile', text: 'Une question ?' })).json();
  const asked = { article: 'encore', parent: id, text: 'Une réponse.' };
  const first = (await reply({ ...asked, approve: { version: 1 } })).json();
  await decide('encore', id, 'reject');
  const late = await reply({ ...asked, approve: { version: 1 } });
  expect(late.json()).toMatchObject({ status: 409, code: 'changed-meanwhile' });
  const again = await reply({ ...asked, approve: { version: 3 } });
  expect(again.json().comment.id).toBe(first.comment.id);
  const stands = await backend.store.find({ site: 'demo', article: 'encore', id });
  expect([stands?.status, stands?.version]).toEqual(['approved', 4]);
});

test('a reply to what somebody else changed meanwhile is refused whole, and says how it stands', async () => {
  const { id } = await say('entretemps');
  await decide('entretemps', id, 'spam');
  const answer = await reply({ article: 'entretemps', parent: id, text: 'Merci.', approve: { version: 1 } });
  expect(answer.json()).toMatchObject({
    ...{ status: 409, code: 'changed-meanwhile' },
    current: { status: 'spam', version: 2, by: 'claire', at: expect.stringMatching(/Z$/) },
  });
  expect(await trail('entretemps')).toHaveLength(1);
  const other = { article: 'entretemps', parent: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', text: 'Merci.' };
  expect((await reply(other)).json()).toMatchObject({ status: 404, code: 'comment-not-found' });
});

test('a comment that is edited back to the text as submitted is no longer shown as edited, and its trail keeps both edits', async () => {
  const { id } = await published('retour');
  await edit('retour', id, { version: 2, text: 'La halle rouvre.' });
  expect((await edit('retour', id, { version: 3, text: draft.text })).statusCode).toBe(200);
  expect(await shown('retour')).toMatchObject([{ text: draft.text, edited: null }]);
  const { comments } = (await asModerator('list-article-comments', { article: 'retour' })).json();
  expect(comments[0]).toMatchObject({ version: 4, edited: null, original: null });
  const kept = await backend.store.find({ site: 'demo', article: 'retour', id });
  expect(kept).not.toHaveProperty('editedAt');
  expect((await trail('retour')).filter(({ action }) => action?.S === 'edit')).toHaveLength(2);
  await edit('retour', id, { version: 4, text: 'La halle rouvre lundi.' });
  expect(await shown('retour')).toMatchObject([{ edited: 'newsroom' }]);
});

test('an edited comment says so to readers, its text as submitted is kept, and the trail has digests only', async () => {
  const { id, receipt } = await published('edite');
  expect((await edit('edite', id, { version: 2, text: 'La halle rouvre.' })).json()).toEqual({
    ...{ article: 'edite', comment: id, status: 'approved', version: 3 },
  });
  expect(await shown('edite')).toMatchObject([{ id, text: 'La halle rouvre.', edited: 'newsroom' }]);
  expect(await page('edite')).toContain('<p class="edited">Modifié par la rédaction</p>');
  expect((await receiptOf(receipt)).json()).toMatchObject({ text: 'La halle rouvre.', edited: 'newsroom' });
  await edit('edite', id, { version: 3, text: 'La halle rouvre lundi.' });
  const kept = await backend.store.find({ site: 'demo', article: 'edite', id });
  expect(kept?.editedAt).toBe(kept?.edit?.at);
  expect(kept).toMatchObject({ original: draft.text, text: 'La halle rouvre lundi.', version: 4 });
  const [row] = (await asModerator('list-article-comments', { article: 'edite' })).json().comments;
  expect(row).toMatchObject({ original: draft.text, edited: 'newsroom', staff: false });
  expect(JSON.stringify(await trail('edite'))).not.toContain('halle');
  const stale = await edit('edite', id, { version: 3, text: 'Autre.' });
  expect(stale.json()).toMatchObject({
    ...{ status: 409, code: 'changed-meanwhile' },
    current: { status: 'approved', version: 4, by: 'claire' },
  });
  expect((await edit('edite', id, { version: 4, text: 'La halle rouvre lundi.' })).json().code).toBe(
    'already-decided',
  );
  expect(await follow(backend)).toEqual([]);
  expect((await list('edite')).json().count).toBe(1);
  // Later decisions leave the text and its mark alone.
  await decide('edite', id, 'reject');
  await decide('edite', id, 'approve');
  expect(await shown('edite')).toMatchObject([{ text: 'La halle rouvre lundi.', edited: 'newsroom' }]);
});

test('a comment that is removed leaves its place to its replies, and comes back whole', async () => {
  const root = await published('trou');
  const middle = await published('trou', { text: 'Une réponse.', parent: root.id });
  const last = await published('trou', { text: 'Une réponse à la réponse.', parent: middle.id });
  const alone = await published('trou', { text: 'Un autre fil.' });
  const { undo: token } = (await decide('trou', root.id, 'reject')).json();
  await decide('trou', middle.id, 'spam');
  await decide('trou', alone.id, 'reject');
  expect(await shown('trou')).toMatchObject([
    { id: root.id, removed: true, withdrawn: false, author: null, text: '', html: '', parent: null },
    { id: middle.id, removed: true, author: null, parent: root.id },
    { id: last.id, removed: false, author: 'Odile' },
  ]);
  const body = await page('trou');
  expect(body.match(/Ce commentaire a été retiré\./g)).toHaveLength(2);
  expect(body).not.toContain('Un autre fil');
  await follow(backend);
  expect((await list('trou')).json().count).toBe(1);
  await undo(token);
  expect(await shown('trou')).toMatchObject([{ id: root.id, removed: false }, { removed: true }, {}]);
  await decide('trou', last.id, 'reject');
  await decide('trou', root.id, 'reject');
  expect(await shown('trou')).toEqual([]);
});

test('a thread is removed with its replies, which do not count against their authors, and one undo brings all back', async () => {
  const root = await published('fil');
  const replies = [];
  for (let n = 0; n < 3; n += 1)
    replies.push(await published('fil', { text: `Réponse ${n}.`, parent: root.id }));
  const other = await published('fil', { text: 'Un autre fil.' });
  await follow(backend);
  const answer = (await remove('fil', root.id, { reason: 'hate-speech' })).json();
  expect(answer.results).toMatchObject([{ status: 'rejected', thread: { removed: 3, left: 0 } }]);
  expect((await shown('fil')).map(({ id }: any) => id)).toEqual([other.id]);
  expect((await receiptOf(replies[0].receipt)).json()).toMatchObject({
    status: 'not-published',
    reason: null,
  });
  await follow(backend);
  const rows = (await asModerator('list-article-comments', { article: 'fil' })).json().comments;
  const refused = (id: string) => rows.find((row: any) => row.id === id).author.refused;
  expect([refused(root.id), refused(replies[0].id)]).toEqual([1, 0]);
  expect((await undo(answer.undo)).json().results).toHaveLength(4);
  expect(await shown('fil')).toHaveLength(5);
  await remove('fil', replies[1].id);
  expect((await shown('fil')).map(({ id }: any) => id)).not.toContain(replies[1].id);
});

test('what is refused says how the comment stands, for each item, and another site’s comment leaves no trace', async () => {
  const { id } = await say('etat');
  await decide('etat', id, 'reject');
  const before = await backend.kept();
  const { results } = (await decide('etat', id, 'approve', { version: 1 })).json();
  expect(results[0].problem).toMatchObject({
    code: 'changed-meanwhile',
    current: { status: 'rejected', version: 2, by: 'claire' },
  });
  const again = (await decide('etat', id, 'reject')).json().results[0].problem;
  expect(again).toMatchObject({ code: 'already-decided', current: { status: 'rejected', by: 'claire' } });
  const fresh = await say('etat', { text: 'Encore.' });
  expect((await decide('etat', fresh.id, 'restore')).json().results[0].problem.current.by).toBeNull();
  const params = { site: 'autre' };
  const elsewhere = { params, claims: alice, method: 'POST' };
  const decisions = [{ article: 'etat', comment: id, version: 2, decision: 'approve' }];
  const foreign = (await asModerator('decide-comments', { ...elsewhere, body: { decisions } })).json();
  expect(foreign.results[0].problem).not.toHaveProperty('current');
  expect(foreign.results[0].problem.code).toBe('comment-not-found');
  const body = { article: 'etat', parent: id, text: 'Moi.' };
  expect((await asModerator('reply-to-comment', { ...elsewhere, body })).statusCode).toBe(404);
  const kept = await backend.kept();
  expect(kept.filter(({ pk }) => pk?.S?.startsWith('autre'))).toEqual(
    before.filter(({ pk }) => pk?.S?.startsWith('autre')),
  );
  expect(await versionOf('etat', id)).toBe(2);
});

test('an edit that names no version changes whatever the text is by now', async () => {
  const { id } = await published('sans-version');
  expect((await edit('sans-version', id, { version: 1, text: 'D’abord.' })).statusCode).toBe(409);
  expect((await edit('sans-version', id, { text: 'Ensuite.' })).json()).toMatchObject({ version: 3 });
  expect(await shown('sans-version')).toMatchObject([{ text: 'Ensuite.' }]);
});
