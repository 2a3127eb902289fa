import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { readPolicy } from '../../../src/comment/policies/stored-policy.ts';
import { wordsIn } from '../../../src/pages/words/words.ts';
import { settleMissed } from '../../../src/stream/settle-missed.ts';
import { DAY_S, MINUTE_S, stopClock } from '../../clock.ts';
import { parse } from '../../pages/markup.ts';
import { anId, aSite, NOW } from '../../storage/with-store.ts';
import { type Ask, ask } from '../call-gateway.ts';
import { follow } from '../follow-stream.ts';
import { asModerator, decide, list, pending, report, submit, versionOf } from '../requests.ts';
import { noFlood, ORIGIN, withBackend } from '../with-backend.ts';

const open = { ...noFlood, firstComment: { approvedMin: 0, unseenMax: null } };
const backend = withBackend({ policy: readPolicy(open), table: 'of-test' });
const clock = stopClock(NOW);
beforeEach(() => clock.pass(30 * MINUTE_S));
afterAll(() => clock.restart());

let said = 0;
const say = async (ip = '192.0.2.1') => {
  said += 1;
  clock.pass(1);
  return (await submit('gare', { author: 'Camille', text: `Mot ${said}.` }, { ip })).json();
};
const by = (n: number): Ask => ({ ip: `203.0.113.${n}` });
const from = async (ips: readonly number[], id: string, body: object = {}) => {
  for (const n of ips) {
    clock.pass(1);
    expect((await report('gare', id, body, by(n))).statusCode).toBe(202);
  }
};
const reported = async () =>
  (await asModerator('list-queue', { params: { queue: 'reported' } })).json().comments;
const countOf = async () => (await asModerator('list-queues')).json().queues.reported.count;
const shown = async () => (await list('gare')).json().comments.map(({ id }: any) => id);
const rule = async (id: string, decision: string) => {
  clock.pass(1);
  const [result] = (await decide('gare', id, decision)).json().results;
  await follow(backend);
  return result;
};
const setReports = async (reports: object) =>
  backend.store.saveSite(aSite({ origins: [ORIGIN], policy: readPolicy({ ...open, reports }) }), 1);

test('a comment that three readers report is listed with their reasons, and stays published', async () => {
  const { id } = await say();
  await from([1, 2], id);
  expect([await reported(), await countOf()]).toEqual([[], 0]);
  await from([3], id, { reason: 'offensive', note: 'Deuxième phrase.' });
  const [row] = await reported();
  expect(row).toMatchObject({
    id,
    author: { name: 'Camille' },
    weight: 3,
    reports: [
      { reason: 'spam', count: 2 },
      { reason: 'offensive', count: 1 },
    ],
  });
  expect([await countOf(), await shown()]).toEqual([1, [id]]);
});

const SETTINGS = [{ threshold: 3 }, { threshold: null }, { threshold: 3, strict: true }];
test.each(
  ['harassment', 'hate-speech', 'illegal', 'other'].flatMap((reason) =>
    SETTINGS.map((reports) => [reason, reports] as const),
  ),
)(
  'one report of an offence is enough for a moderator to look, and hides nothing: %s, %j',
  async (reason, reports) => {
    await setReports(reports);
    const { id } = await say();
    await from([1], id, { reason });
    expect([await reported(), await shown()]).toMatchObject([reason === 'other' ? [] : [{ id }], [id]]);
  },
);

test('a reader reports a comment once: neither their network nor their proof counts again', async () => {
  const { id } = await say();
  const { visitor } = await say('203.0.113.1');
  await from([1, 1, 1], id);
  await from([1, 2, 3], id, { visitor });
  await report('gare', id, {}, { ip: '::ffff:203.0.113.1' });
  expect(await reported()).toEqual([]);
});

test('of readers who report at the same moment each counts, and the same reader once', async () => {
  const { id } = await say();
  const answers = await Promise.all([1, 1, 2, 2, 3].map((n) => report('gare', id, {}, by(n))));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202, 202, 202]);
  expect(await reported()).toMatchObject([{ id, weight: 3 }]);
  expect(await countOf()).toBe(1);
});

test('an approval answers the reports, whether or not a moderator had approved it before, and later ones begin anew', async () => {
  const { id } = await say();
  await rule(id, 'approve');
  await from([1, 2, 3], id);
  expect((await rule(id, 'approve')).problem).toBeUndefined();
  expect([await reported(), await countOf(), await shown()]).toEqual([[], 0, [id]]);
  expect((await rule(id, 'approve')).problem).toMatchObject({ code: 'already-decided' });
  await from([4], id);
  expect(await reported()).toEqual([]);
});

test('a refusal takes the comment off the queue, and so does a hold', async () => {
  const { id } = await say();
  const { id: other } = await say();
  await from([1, 2, 3], id);
  await from([4, 5, 6], other);
  expect(await countOf()).toBe(2);
  await rule(id, 'reject');
  await rule(other, 'spam');
  expect([await reported(), await countOf(), await shown()]).toEqual([[], 0, []]);
});

const credits = async () =>
  (await backend.dump())
    .filter(({ pk }) => pk?.S?.startsWith('~R#demo#'))
    .map(({ agreed, refused }) => Number(agreed?.N ?? 0) + Number(refused?.N ?? 0));

test.each(['approve', 'reject', 'spam', 'restore'] as const)(
  'reports that %s answered wait again once that is taken back, credit nobody, and can be answered anew',
  async (decision) => {
    const { id } = await say();
    await from([1, 2], id);
    await from([3], id, { reason: 'offensive' });
    clock.pass(1);
    const { undo } = (await decide('gare', id, decision)).json();
    await follow(backend);
    expect([await countOf(), await credits()]).toEqual([0, [1, 1, 1]]);
    clock.pass(1);
    const undone = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
    expect(undone.json().results[0].problem).toBeUndefined();
    await follow(backend);
    await settleMissed(backend, { site: 'demo', article: 'gare' }, { dryRun: false });
    const reports = [
      { reason: 'spam', count: 2 },
      { reason: 'offensive', count: 1 },
    ];
    expect(await reported()).toMatchObject([{ id, weight: 3, reports }]);
    expect([await countOf(), await credits(), await shown()]).toEqual([1, [0, 0, 0], [id]]);
    await rule(id, 'reject');
    await follow(backend);
    expect([await countOf(), await credits(), await shown()]).toEqual([0, [1, 1, 1], []]);
  },
);

test('reports of a reply that went with its thread wait again once that is taken back', async () => {
  const { id } = await say();
  clock.pass(1);
  const reply = (await submit('gare', { author: 'Camille', text: 'Une réponse.', parent: id })).json();
  await from([1, 2, 3], reply.id);
  clock.pass(1);
  const { undo } = (await decide('gare', id, 'reject', { thread: true })).json();
  await follow(backend);
  expect(await countOf()).toBe(0);
  clock.pass(1);
  await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await follow(backend);
  expect(await reported()).toMatchObject([{ id: reply.id, weight: 3 }]);
  expect([await countOf(), await credits()]).toEqual([1, []]);
});

test('an approval of what a moderator had approved before answers reports, and can be taken back', async () => {
  const { id } = await say();
  await rule(id, 'approve');
  await from([1, 2, 3], id);
  clock.pass(1);
  const { undo } = (await decide('gare', id, 'approve')).json();
  await follow(backend);
  expect(await countOf()).toBe(0);
  clock.pass(1);
  const undone = await asModerator('undo-decisions', { method: 'POST', body: { undo } });
  await follow(backend);
  expect(undone.json().results[0].problem).toBeUndefined();
  expect([await countOf(), await credits()]).toEqual([1, [0, 0, 0]]);
});

test('readers who were right weigh more, those who were wrong weigh less', async () => {
  const ids = [await say(), await say(), await say(), await say()].map(({ id }) => id);
  for (const id of ids.slice(0, 2)) {
    await from([1], id);
    await rule(id, 'reject');
  }
  for (const id of ids.slice(2)) {
    await from([2], id);
    await rule(id, 'approve');
  }
  const { id } = await say();
  await from([1, 2, 3], id);
  // Two of two right: 2 · 3/4; two of two wrong: 2 · 1/4; a stranger: 1.
  expect(await reported()).toMatchObject([{ id, weight: 3 }]);
  const { id: next } = await say();
  await from([2, 4, 5], next);
  expect(await reported()).toHaveLength(1);
});

test('telling of the same decision twice credits a reporter once', async () => {
  const { id } = await say();
  await from([1], id);
  await rule(id, 'reject');
  const at = clock.now();
  await backend.store.settleReports(
    { site: 'demo', article: 'gare', id: id as never },
    { outcome: 'agreed', at, comment: undefined },
  );
  const reporter = (await backend.dump()).find(({ pk }) => pk?.S?.startsWith('~R#demo#'));
  expect(reporter?.agreed?.N).toBe('1');
});

test('in strict mode the comment waits for a moderator, whose approval publishes it again', async () => {
  await setReports({ threshold: 2, strict: true });
  const { id } = await say();
  await from([1, 2], id);
  expect([await shown(), await reported()]).toEqual([[], []]);
  expect(await pending()).toMatchObject([{ id }]);
  await rule(id, 'approve');
  expect(await shown()).toEqual([id]);
});

test('without a threshold reports are kept and list nothing', async () => {
  await setReports({ threshold: null });
  const { id } = await say();
  await from([1, 2, 3, 4], id);
  expect(await reported()).toEqual([]);
});

test('a network reports ten comments in ten minutes, and is told when it may again', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 11; n += 1) ids.push((await say()).id);
  const [id = '', ...others] = ids;
  for (const other of others) await report('gare', other, {}, by(9));
  clock.pass(60);
  const answer = await report('gare', id, {}, by(9));
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '540']);
  expect((await report('gare', id, {}, by(8))).statusCode).toBe(202);
  clock.pass(540);
  expect((await report('gare', id, {}, by(9))).statusCode).toBe(202);
});

test('neither a report of what is not there nor the same one again takes a place of its network', async () => {
  const { id } = await say();
  for (let n = 0; n < 11; n += 1) {
    expect((await report('gare', anId(n), {}, by(7))).json().code).toBe('comment-not-found');
    expect((await report('gare', id, {}, by(7))).statusCode).toBe(202);
  }
  expect((await report('gare', (await say()).id, {}, by(7))).statusCode).toBe(202);
});

test('only what readers can see is reported', async () => {
  const { id } = await say();
  await rule(id, 'reject');
  expect((await report('gare', id)).json().code).toBe('comment-not-found');
  expect((await report('autre', id)).json().code).toBe('comment-not-found');
});

test.each([
  ['reason', { reason: 'boring' }],
  ['note', { note: 'x'.repeat(501) }],
  ['extra', { extra: 1 }],
])('says what is wrong of %s', async (field, body) => {
  const { id } = await say();
  const answer = await report('gare', id, body);
  expect([answer.statusCode, answer.json().fields[0].field]).toEqual([422, field]);
});

test('without JavaScript a link on the comment leads to a form, and the form to a page that thanks', async () => {
  const { id } = await say();
  const html = { accept: 'text/html', 'accept-language': 'fr' };
  const comments = await ask('render-comments', { params: { site: 'demo' }, article: 'gare', headers: html });
  const [, link = ''] = comments.body.match(/href="([^"]*\/report\?[^"]*)"[^>]*>Signaler</) ?? [];
  const { searchParams } = new URL(link.replaceAll('&amp;', '&'));
  expect(searchParams.get('comment')).toBe(id);

  const page = await ask('open-report', {
    params: { site: 'demo' },
    query: String(searchParams),
    headers: html,
  });
  expect(page.body).toContain('Signaler ce commentaire');
  expect(page.body).toContain(`name="comment" value="${id}"`);

  const form = { article: 'gare', comment: id, reason: 'offensive', note: '' };
  const sent = await report(
    'gare',
    id,
    {},
    {
      headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(form)),
    },
  );
  expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(sent.body).toContain('votre signalement est arrivé');
});

const NOTE = 'Il insulte <tout> le monde.';
const reportByForm = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  report(
    'gare',
    '',
    {},
    {
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: String(new URLSearchParams({ article: 'gare', page: `${ORIGIN}/gare`, note: NOTE, ...fields })),
    },
  );
const shownAgain = ({ body }: { body: string }) => ({
  note: /<textarea[^>]*>\n([^<]*)</.exec(body)?.[1],
  hasForm: body.includes('action="/v1/sites/demo/reports"'),
  hasWayBack: body.includes(`href="${ORIGIN}/gare"`),
});
const noteAgain = NOTE.replace('<tout>', '&lt;tout&gt;');

test('a form without a reason is answered with the form as it was filled in, in the reader’s language', async () => {
  const { id } = await say();
  const sent = await reportByForm({ comment: id }, { 'accept-language': 'en' });
  expect(sent.statusCode).toBe(422);
  expect(sent.body).toContain('Your report was not sent');
  expect(shownAgain(sent)).toEqual({ note: noteAgain, hasForm: true, hasWayBack: true });
  expect(sent.body).toContain(`name="comment" value="${id}"`);
});

test('a form of another site’s page is led to the site’s own, to report there', async () => {
  const { id } = await say();
  const sent = await reportByForm({ comment: id, reason: 'spam' }, { origin: 'https://other.example' });
  expect(sent.statusCode).toBe(403);
  expect(parse(sent.body).text).toContain('Revenez à l’article sur le site lui-même pour le faire.');
});

test('a note that is too long comes back, with how much', async () => {
  const { id } = await say();
  const sent = await reportByForm({ comment: id, reason: 'spam', note: 'x'.repeat(512) });
  expect([sent.statusCode, shownAgain(sent).note]).toEqual([422, 'x'.repeat(512)]);
  expect(parse(sent.body).text).toContain(wordsIn('fr').reasons.note['too-long'](500, 12));
  expect(sent.body).toContain('value="spam" required checked');
});

test('a reader who reports too much is told how long to wait, and keeps the note; one of a comment that is gone has it to copy', async () => {
  const { id } = await say();
  const others = await Promise.all(Array.from({ length: 10 }, () => say()));
  for (const other of others) await report('gare', other.id);
  const sent = await reportByForm({ comment: id, reason: 'spam' });
  expect([sent.statusCode, sent.headers['retry-after']]).toEqual([429, '600']);
  expect(parse(sent.body).text).toContain(wordsIn('fr').report.refused.wait(600));
  expect(parse(sent.body).text).toContain('10 minutes');
  expect(shownAgain(sent)).toEqual({ note: noteAgain, hasForm: true, hasWayBack: true });
  clock.pass(10 * MINUTE_S);
  const gone = await reportByForm({ comment: '01KJVN6A2HWZ3K0V5YB6Q8R9TD', reason: 'spam' });
  expect([gone.statusCode, shownAgain(gone)]).toEqual([
    404,
    { note: noteAgain, hasForm: false, hasWayBack: true },
  ]);
});

test('a page that is none leads a reader nowhere, and refuses no report', async () => {
  const { id } = await say();
  const sent = await reportByForm({ comment: id, reason: 'spam', page: 'nowhere' });
  expect(sent.statusCode).toBe(200);
});

test('a moderator sees who reported and why, and whom they mute counts nothing from then on', async () => {
  const { id } = await say();
  await from([1], id, { note: 'Voir la deuxième phrase.' });
  const there = { article: 'gare', query: `comment=${id}` };
  const [first] = (await asModerator('list-reports', there)).json().reports;
  expect(first).toMatchObject({
    ...{ reason: 'spam', note: 'Voir la deuxième phrase.', weight: 1, answered: false },
    ...{ agreed: 0, refused: 0, muted: false },
  });
  const mute = (muted: boolean) =>
    asModerator('mute-reporter', { method: 'POST', body: { reporter: first.reporter, muted } });
  expect((await mute(true)).statusCode).toBe(200);
  const { id: next } = await say();
  await from([1, 2, 3], next);
  expect(await reported()).toEqual([]);
  const rows = (await asModerator('list-reports', { article: 'gare', query: `comment=${next}` })).json()
    .reports;
  expect(rows.map(({ weight, muted }: any) => [weight, muted])).toEqual([
    [0, true],
    [1, false],
    [1, false],
  ]);
  await mute(true);
  await mute(false);
  await mute(false);
  const events = (await backend.dump()).filter(
    ({ pk, action }) => pk?.S === '~E#demo' && action?.S !== 'add-member',
  );
  expect(events.map(({ before, after }) => [before?.S, after?.S])).toEqual([
    ['heard', 'muted'],
    ['muted', 'heard'],
  ]);
  // The trail stays for good: it names them alike, and as nothing else does.
  const [subject, ...others] = events.map((event) => event.subject?.S ?? '');
  expect(others).toEqual([subject]);
  expect(JSON.stringify(events)).not.toContain(first.reporter);
  const record = (await backend.dump()).find(({ pk }) => pk?.S === `~R#demo#${first.reporter}`);
  expect(Number(record?.expiresAt?.N)).toBe(clock.now() / 1000 + 365 * DAY_S);
});

test('a decision of before its reports does not answer them at night, though the text was edited after', async () => {
  const { id } = await say();
  await decide('gare', id, 'approve');
  clock.pass(1);
  await from([1, 2, 3], id);
  clock.pass(1);
  const body = { version: await versionOf('gare', id), text: 'Un autre texte.' };
  const edit = { method: 'PATCH', article: 'gare', params: { comment: id }, body };
  expect((await asModerator('edit-comment', edit)).statusCode).toBe(200);
  await follow(backend);
  expect(await settleMissed(backend, { site: 'demo', article: 'gare' }, { dryRun: false })).toBe(0);
  expect((await reported()).map((row: any) => row.id)).toContain(id);
  expect(await credits()).toEqual([]);
});

test('a decision that no stream told of settles its reports at night, once', async () => {
  const { id } = await say();
  await from([1, 2, 3], id);
  clock.pass(1);
  await decide('gare', id, 'reject');
  expect((await reported()).map((row: any) => row.id)).toContain(id);
  const place = { site: 'demo', article: 'gare' };
  expect(await settleMissed(backend, place, { dryRun: true })).toBe(0);
  expect(await settleMissed(backend, place, { dryRun: false })).toBe(1);
  expect((await reported()).map((row: any) => row.id)).not.toContain(id);
  expect(await settleMissed(backend, place, { dryRun: false })).toBe(0);
  await follow(backend);
  const asked = { article: 'gare', query: `comment=${id}` };
  const { reports } = (await asModerator('list-reports', asked)).json();
  expect(reports).toHaveLength(3);
  for (const one of reports) expect(one).toMatchObject({ answered: true, refused: 0 });
});

test('what changes of a reported comment is shown in the queue as it is then', async () => {
  const { id } = await say();
  await from([1, 2, 3], id);
  const stored = await backend.store.find({ site: 'demo', article: 'gare', id: id as never });
  if (!stored) throw new Error('It is there.');
  await backend.store.settleReports(stored, {
    ...{ outcome: 'changed', at: clock.now() },
    comment: { ...stored, text: 'Autre texte.', version: 7 },
  });
  expect(await reported()).toMatchObject([{ id, text: 'Autre texte.', version: 7, weight: 3 }]);
  expect(await countOf()).toBe(1);
});

test('a reported comment that a moderator edits is in the queue with its new text, and is approved as it stands there', async () => {
  const { id } = await say();
  await from([1, 2, 3], id);
  clock.pass(1);
  const body = { version: 1, text: 'Mot adouci.' };
  const there = { method: 'PATCH', article: 'gare', params: { comment: id }, body } as const;
  expect((await asModerator('edit-comment', there)).statusCode).toBe(200);
  await follow(backend);
  const [row] = await reported();
  expect(row).toMatchObject({ id, text: 'Mot adouci.', version: 2, edited: 'newsroom', weight: 3 });
  expect((await decide('gare', id, 'approve', { version: row.version })).json().results).toMatchObject([
    { comment: id, status: 'approved' },
  ]);
});
