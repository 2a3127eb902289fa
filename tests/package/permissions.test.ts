import { readFileSync } from 'node:fs';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import type { Comment, CommentId } from '../../src/comment/comment.ts';
import { DAY_MS, HOUR_MS } from '../../src/comment/time.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { runKey } from '../../src/storage/dynamodb/keys.ts';
import { appealToItem } from '../../src/storage/dynamodb/receipts/appeal-items.ts';
import { type Ask, anHttpEvent } from '../journeys/call-gateway.ts';
import { invoke } from '../journeys/functions.ts';
import { claire } from '../journeys/people.ts';
import { NONCE, withIssuer } from '../journeys/team/with-issuer.ts';
import { type Item, withBackend } from '../journeys/with-backend.ts';
import { anId, aStored } from '../storage/with-store.ts';
import { allowed, type Guard, type Permissions, startGuard } from './guard.ts';

const NOW = Date.now();
const OLD = NOW - 40 * DAY_MS;
/** One more than a job removes at a time. */
const MANY = 101;

type Granted = Permissions & { readonly secret?: true };
const functions: Record<string, { permissions: Granted }> = (load as (text: string) => any)(
  readFileSync('serverless.yml', 'utf8'),
).functions;
const permissionsOf = (name: string): Permissions => {
  const { secret, ...permissions } = functions[name]?.permissions ?? {};
  return permissions;
};

const { bearer, idToken } = withIssuer();
let guard: Guard;
const backend = withBackend({
  between: async (database) => {
    guard = await startGuard(database, permissionsOf);
    return guard.endpointOf('of-nobody');
  },
});
afterAll(() => guard.stop());

/** A function learns its database and its secret when it is loaded, which is at its first call. */
const call = (name: string, event: unknown) => {
  const { SECRET } = process.env;
  process.env.DYNAMODB_ENDPOINT = guard.endpointOf(name);
  if (!functions[name]?.permissions.secret) delete process.env.SECRET;
  return invoke(name, event).finally(() => Object.assign(process.env, { SECRET }));
};

const ask = async (name: string, asked: Ask = {}, status = 200) => {
  const params = { site: 'demo', ...asked.params };
  // A queue's `article` would narrow it; counts name their own.
  const article = ['list-queue', 'count-comments'].includes(name) ? undefined : 'gare';
  const { statusCode, body } = await call(name, anHttpEvent({ claims: claire, article, ...asked, params }));
  expect([name, statusCode]).toEqual([name, status]);
  return /^[{[]/.test(body ?? '') ? JSON.parse(body) : body;
};
const post = (name: string, body: unknown, status?: number) => ask(name, { method: 'POST', body }, status);
const put = (name: string, body: unknown) => ask(name, { method: 'PUT', body });

const draft = {
  article: 'gare',
  author: 'Camille',
  text: 'Merci pour cet article, je prends ce train tous les matins.',
};
const stored = async (id: string) => (await backend.dump()).find(({ sk }) => sk?.S?.endsWith(id)) as Item;

const versionNow = async (id: string) =>
  (await backend.store.find({ site: 'demo', article: 'gare', id: id as CommentId }))?.version;

const event = (id: string, version: number) => stored(`#${id}#${version}`);

let sequence = 100;
let eventSourceARN = 'arn:aws:dynamodb:eu-west-3:000000000000:table/palabre/stream/one';
const deliver = (at: number, NewImage: Item, OldImage?: Item) => {
  const { pk, sk } = NewImage;
  sequence += 1;
  const dynamodb = { Keys: { pk, sk }, NewImage, OldImage, SequenceNumber: String(sequence) };
  return call('follow-changes', {
    Records: [{ eventSourceARN, dynamodb: { ...dynamodb, ApproximateCreationDateTime: at / 1000 } }],
  });
};

const add = async (n: number, at: number, stated: Partial<Comment>): Promise<Item> => {
  const comment = aStored({ id: anId(n, at), createdAt: at, since: at, ...stated });
  await backend.store.add(comment);
  return stored(comment.id);
};

/** Runs a job to its end, or until it has looked at the clock some times and finds its time is up. */
const work = async (job: string, looks = Number.POSITIVE_INFINITY) => {
  process.env.DYNAMODB_ENDPOINT = guard.endpointOf(job);
  const { handler } = await import(`../../handlers/${job}.ts`);
  let looked = 0;
  const getRemainingTimeInMillis = () => {
    looked += 1;
    return looked > looks ? 0 : 60_000;
  };
  return handler({ job, dryRun: false }, { getRemainingTimeInMillis });
};

/** Two sites with three bins each; the last one's first page is the sixth. */
const PAGES = 6;

const askAsTeam = async () => {
  await ask('read-membership');
  const { url } = await post('make-feed', {}, 201);
  const feed = url.split('/').at(-1);
  await ask('show-feed', { params: { site: 'demo', feed }, article: undefined });
  await ask('read-feed');
  await ask('drop-feed', { method: 'DELETE' });
  await ask('list-members');
  const program = { name: 'Script', role: 'admin', sub: 'script' };
  const { member } = await post('add-member', program, 201);
  const of = { article: undefined, params: { member: member.id } };
  // A name of two words is reserved, and freed by the next change.
  for (const name of ['Le script', 'Un script'])
    await ask('change-member', { method: 'PATCH', body: { role: 'moderator', name }, ...of });
  await ask('remove-member', { method: 'DELETE', ...of });
  const lea = { name: 'Léa', role: 'moderator', email: 'lea@example.org' };
  const { id } = (await post('add-member', lea, 201)).member;
  await ask('remove-member', { ...of, method: 'DELETE', params: { member: id } });
  const { token } = (await post('add-member', { ...lea, role: 'admin' }, 201)).invitation;
  const joining = { invitation: token, idToken: await idToken('lea'), nonce: NONCE };
  await ask('join-team', { method: 'POST', body: joining, claims: bearer('lea') }, 201);
};

const askAboutAbuse = async () => {
  const { id } = await post('submit-comment', { ...draft, author: 'Zoé', text: 'Un autre avis.' }, 202);
  const approve = { article: 'gare', comment: id, version: 1, decision: 'approve' };
  await post('decide-comments', { decisions: [approve] });
  await ask('open-report', { query: `comment=${id}` });
  await post('report-comment', { article: 'gare', comment: id, reason: 'spam' }, 202);
  const [{ reporter }] = (await ask('list-reports', { query: `comment=${id}` })).reports;
  await post('mute-reporter', { reporter, muted: true });
  const before = await stored(id);
  await post('decide-comments', { decisions: [{ article: 'gare', comment: id, decision: 'reject' }] });
  await deliver(NOW, await stored(id), before);
  const of = { kind: 'author', article: 'gare', comment: id, reason: 'abuse' };
  const { id: ban } = await post('add-ban', of, 201);
  await ask('list-bans');
  await ask('lift-ban', { method: 'DELETE', params: { ban } });
};

const filedAsSpam = { status: 'spam', seen: true, decision: 'filed' } as const;

/** Spam enough for a surge, which an admin ends. */
const askAboutSurges = async () => {
  for (let n = 1; n <= 20; n += 1)
    await deliver(NOW, await add(n, NOW, { article: 'vague', ...filedAsSpam }));
  const { ended } = await ask('relax-surges', { method: 'DELETE', article: undefined });
  expect(ended).toHaveLength(1);
};

const askAsReadersAndModerators = async () => {
  await ask('open-form');
  const { id, receipt } = await post('submit-comment', draft, 202);
  const before = await stored(id);
  await ask('list-queues');
  await ask('list-queue', { params: { queue: 'pending' } });
  const decisions = [{ article: 'gare', comment: id, version: 1, decision: 'approve' }];
  const { undo } = await post('decide-comments', { decisions });
  await deliver(NOW, before);
  await deliver(NOW, await stored(id), before);
  await deliver(NOW, await event(id, 2));
  eventSourceARN = 'arn:aws:dynamodb:eu-west-3:000000000000:table/palabre/stream/restored';
  await ask('read-learning');
  await post('submit-comment', { ...draft, text: 'Et moi tous les soirs.', parent: id }, 202);
  // What it answers is gone, and lists say why.
  await add(50, NOW, { article: 'gare', status: 'approved', root: anId(49), parent: anId(49) });
  await ask('list-comments');
  await ask('render-comments');
  await ask('render-comments', { article: undefined });
  await ask('render-atom', { article: undefined });
  await ask('render-json-feed', { article: undefined });
  await ask('render-json-ld');
  await ask('count-comments', { query: 'article=gare' });
  await ask('show-receipt', { params: { receipt } });
  const approved = await stored(id);
  await post('undo-decisions', { undo });
  await deliver(NOW, await stored(id), approved);
  await deliver(NOW, await event(id, 3));
  const spam = [{ article: 'gare', comment: id, decision: 'spam' }];
  await post('undo-decisions', { undo: (await post('decide-comments', { decisions: spam })).undo });
  await ask('reset-learning', { method: 'DELETE' });
  await ask('list-queue', { params: { queue: 'recent' } });
  await ask('list-article-comments');
  await ask('list-audit', { article: undefined });
  await ask('read-stats', { article: undefined });
  const author = (await ask('list-article-comments')).comments[0].author.key;
  await ask('list-article-comments', { article: undefined, query: `author=${encodeURIComponent(author)}` });
  await ask('list-article-comments', { article: undefined, query: 'q=matins' });
  const answer = { article: 'gare', parent: id, text: 'Merci.', approve: { version: await versionNow(id) } };
  await post('reply-to-comment', answer, 201);
  await post('reply-to-comment', { article: 'gare', parent: id, text: 'Et bon retour.' }, 201);
  await ask('edit-comment', {
    method: 'PATCH',
    params: { comment: id },
    body: { version: await versionNow(id), text: 'Autre.' },
  });
  const thread = [{ article: 'gare', comment: id, decision: 'reject', thread: true }];
  await post('decide-comments', { decisions: thread });
  await ask('read-article');
  await put('change-article', { mode: 'premoderated' });
  const { policy } = await ask('read-policy', { article: undefined });
  await put('change-policy', { policy });
  await post('roll-back-policy', { to: 2 });
  await ask('list-policy-versions', { article: undefined });
  await post('backtest-policy', { policy });
  await ask('preview-entry', { article: undefined, query: 'list=words&entry=casino' });
  await askAsTeam();
  await ask('check-health');
  await ask('describe-api');
  await ask('serve-style');
  await ask('serve-embed');
  await ask('describe-embed');
  await ask('serve-moderation');
  await ask('serve-asset', {}, 404);
  await ask('answer-preflight', { method: 'OPTIONS', headers: { origin: 'https://www.example.fr' } }, 204);
  await ask('refuse-route', {}, 404);
};

/** A rejection may be appealed at once. */
const appealOne = async () => {
  const sent = { ...draft, author: 'Dora', text: 'Un avis que la modération refuse.' };
  const { id, receipt } = await post('submit-comment', sent, 202);
  const version = await versionNow(id);
  await post('decide-comments', {
    decisions: [{ article: 'gare', comment: id, version, decision: 'reject' }],
  });
  await ask('appeal-decision', { method: 'POST', params: { receipt }, body: {} }, 202);
};

/** Each role is used for an answer in JSON and for a refusal on a page. */
const askByReceipt = async () => {
  const { id, receipt } = await post('submit-comment', { ...draft, author: 'Ali', text: 'Encore un.' }, 202);
  const params = { receipt };
  const of = (name: string, method: string, body?: unknown, status?: number) =>
    ask(name, { method, params, ...(body === undefined ? {} : { body }) }, status);
  const { version } = await of('show-receipt', 'GET');
  await of('answer-receipt-preflight', 'OPTIONS', undefined, 204);
  await of('revise-comment', 'PATCH', { text: 'Encore un, corrigé.', version });
  await appealOne();
  await of('export-comments', 'POST', {});
  const form = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  for (const name of ['export-comments', 'erase-comments'])
    await ask(name, { method: 'POST', params, headers: form, body: 'all=yes' }, 422);
  await ask('appeal-decision', { method: 'POST', params, headers: form, body: '' }, 409);
  const before = await stored(`C#${id}`);
  await of('withdraw-comment', 'DELETE');
  await deliver(NOW, await stored(`C#${id}`), before);
  const { receipt: other, visitor } = await post(
    'submit-comment',
    { ...draft, author: 'Bea', text: 'Un.' },
    202,
  );
  const { id: reported } = await post(
    'submit-comment',
    { ...draft, author: 'Bea', text: 'Deux.', visitor },
    202,
  );
  const approval = { article: 'gare', comment: reported, version: 1, decision: 'approve' };
  await post('decide-comments', { decisions: [approval] });
  await post('report-comment', { article: 'gare', comment: reported, reason: 'spam', visitor }, 202);
  await ask('export-comments', { method: 'POST', params: { receipt: other }, body: { visitor } });
  await ask('erase-comments', { method: 'POST', params: { receipt: other }, body: { visitor } });
};

/** Without a run on record, the next job asks what was stored last. */
const forgetRun = (job: string) =>
  backend.client.send(new DeleteItemCommand({ TableName: backend.tableName, Key: toItem(runKey(job)) }));

/** An appeal whose comment is gone, which no stream told of. */
const addOrphanedAppeal = (article: string) => {
  const comment = aStored({ id: anId(9, NOW - HOUR_MS), article, status: 'rejected' });
  const { site, id } = comment;
  const appeal = { site, article, id, at: NOW - HOUR_MS, listedAs: 'rejected' } as const;
  const Item = appealToItem(appeal, comment);
  return backend.client.send(new PutItemCommand({ TableName: backend.tableName, Item }));
};

const workAsSchedules = async () => {
  // A purge that ran within a day counts nothing before it removes.
  await work('purge-expired');
  for (let n = 0; n < MANY; n += 1) await add(n, OLD, { article: 'stale', expiresAt: OLD + DAY_MS });
  expect(await work('purge-expired', PAGES)).toMatchObject({ removed: MANY - 1, finished: false });
  expect(await work('purge-expired')).toMatchObject({ removed: 1, finished: true });

  await forgetRun('purge-expired');
  await deliver(OLD, await add(1, OLD, { article: 'kept', status: 'approved' }));
  expect(await work('forget-networks')).toMatchObject({ forgotten: 1, finished: true });

  await forgetRun('forget-networks');
  await deliver(NOW - HOUR_MS, await add(1, NOW - HOUR_MS, { article: 'wrong' }));
  await add(2, NOW - HOUR_MS, { article: 'wrong' });
  await addOrphanedAppeal('wrong');
  expect(await work('reconcile-counts')).toMatchObject({
    drift: 1,
    unsettled: 1,
    repaired: 1,
    finished: true,
  });
};

test('the roles allow all that readers, moderators and schedules ask for, and nothing of the table that none of it needs', async () => {
  await askAsReadersAndModerators();
  await askAboutAbuse();
  await askByReceipt();
  await askAboutSurges();
  await workAsSchedules();

  const idle = Object.keys(functions).flatMap((name) =>
    [...allowed(permissionsOf(name))]
      .filter((grant) => !guard.used.get(name)?.has(grant))
      .map((grant) => `${name} ${grant}`),
  );
  expect(idle).toEqual([]);
});
