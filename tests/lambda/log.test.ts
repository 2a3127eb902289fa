import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Refusal } from '../../src/comment/refusal.ts';
import { errorFacts } from '../../src/lambda/logs/log.ts';
import { anHttpEvent, ask } from '../journeys/call-gateway.ts';
import { follow } from '../journeys/follow-stream.ts';
import { invoke } from '../journeys/functions.ts';
import { asModerator, decide, list, ofReceipt, submit, submitForm } from '../journeys/requests.ts';
import { withBackend } from '../journeys/with-backend.ts';

const backend = withBackend();
const CANARY = 'kanarienvogel';
const IP = '192.0.2.237';
const AGENT = `${CANARY}-agent`;

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  const keep = (...said: unknown[]) =>
    void lines.push(said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(' '));
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const)
    jest.spyOn(console, name).mockImplementation(keep);
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((said) => {
      keep(said);
      return true;
    });
});
afterEach(() => {
  jest.restoreAllMocks();
});

const headers = {
  'user-agent': AGENT,
  authorization: `Bearer ${CANARY}`,
  cookie: `${CANARY}=1`,
  referer: `https://www.example.fr/${CANARY}`,
  'x-forwarded-for': IP,
};
const asked = { ip: IP, headers, cookies: [`__Host-palabre-visitor=${CANARY}`], query: `q=${CANARY}` };
const draft = {
  author: `Author ${CANARY}`,
  email: `${CANARY}-mail@example.org`,
  url: `https://${CANARY}-url.example.org/`,
  text: `Text ${CANARY}.`,
};

test('no line of the log holds a name, a text, an e-mail, an address, a token or what was sent in vain', async () => {
  const { id, receipt, visitor } = (await submit('journal', draft, asked)).json();
  await submitForm('journal', { ...draft, text: `Form ${CANARY}` }, asked);
  await submit('journal', { ...draft, visitor, text: `Encore ${CANARY}`, formToken: CANARY }, asked);
  for (const body of [
    `{"email":"${CANARY}`,
    `{"${CANARY}":1}`,
    `{"__proto__":"${CANARY}"}`,
    `"${CANARY}"`,
    '\ud800',
  ])
    await submit('journal', body, asked);
  await submit('journal', { ...draft, email: `${CANARY}@`, parent: CANARY }, asked);
  await submit('journal', draft, { ...asked, headers: { ...headers, 'idempotency-key': `${CANARY},` } });
  await submit('journal', draft, { ...asked, headers: { ...headers, 'idempotency-key': CANARY } });
  await submitForm('journal', { ...draft, [CANARY]: '1' }, asked);
  await submit('journal', `text=%ff${CANARY}`, {
    ...asked,
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
  await submit('journal', Buffer.from([0xff, ...Buffer.from(CANARY)]).toString('latin1'), asked);
  await submit('journal', undefined, { ...asked, bytes: Buffer.from([0xff, ...Buffer.from(CANARY)]) });
  await list('journal', { ...asked, query: `cursor=${CANARY}` });
  await list('journal', { ...asked, query: `limit=${CANARY}` });
  await ask('show-receipt', { ...asked, params: { receipt: `${receipt}${CANARY}` } });
  await ask('show-receipt', { ...asked, params: { receipt } });
  await invoke('refuse-route', { ...anHttpEvent({ ...asked, path: `/${CANARY}` }), routeKey: '$default' });
  const note = {
    article: 'journal',
    comment: id,
    decision: 'reject',
    note: `Note ${CANARY}`,
    reason: 'other',
  };
  await asModerator('decide-comments', { method: 'POST', body: { decisions: [note] } });
  await decide('journal', id, 'spam');
  await asModerator('undo-decisions', { method: 'POST', body: { undo: CANARY } });
  await asModerator('change-article', {
    method: 'PUT',
    article: 'journal',
    body: { mode: 'open', title: CANARY },
  });
  await follow(backend);

  expect(lines.length).toBeGreaterThan(20);
  const all = lines.join('\n');
  for (const secret of [CANARY, IP, receipt, visitor, process.env.SECRET as string])
    expect(all).not.toContain(secret);
  for (const line of lines) expect(JSON.parse(line)).toHaveProperty('event');
});

test('an error that nobody expected says where it came from, and not what it was about', async () => {
  const [item] = (await backend.dump()).filter(({ pk, sk }) => pk?.S === '~S' && sk?.S === 'autre');
  await backend.client.send(
    new (await import('@aws-sdk/client-dynamodb')).PutItemCommand({
      TableName: backend.tableName,
      Item: { ...item, pk: item?.pk ?? { S: '' }, origins: { S: `[${CANARY}` } },
    }),
  );
  const answer = await list('casse', { params: { site: 'autre' }, article: 'casse' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({
    type: 'about:blank',
    title: 'Internal error',
    status: 500,
    detail: expect.any(String),
    code: 'internal-error',
    requestId: 'request',
  });
  const failed = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'request-failed');
  expect(failed).toMatchObject({
    requestId: 'request',
    error: 'DamagedItem',
    at: expect.stringContaining('sites.ts'),
  });
  await invoke('purge-expired', { job: CANARY, dryRun: false }).catch(() => undefined);
  expect(lines.join('\n')).not.toContain(CANARY);
});

test('what its sender did wrong is no failure of ours', async () => {
  const sendAs = (type: string, bytes: string) =>
    ask('submit-comment', {
      ...{ method: 'POST', params: { site: 'demo' } },
      ...{ headers: { 'content-type': type }, bytes: Buffer.from(bytes, 'latin1') },
    });
  const wrong = [
    await sendAs('application/json', '{"text":"\xe9"}'),
    await sendAs('multipart/form-data', 'x'),
  ];
  expect(wrong.map(({ statusCode }) => statusCode)).toEqual([400, 400]);

  const { receipt } = (await submit('ensemble', draft)).json();
  const edits = ['Un texte.', 'Un autre.'].map((text) =>
    ofReceipt('revise-comment', receipt, { method: 'PATCH', body: { text } }),
  );
  expect((await Promise.all(edits)).map(({ statusCode }) => statusCode)).toContain(409);
  expect(lines.join('\n')).not.toContain('request-failed');
});

test('whatever an error’s message looks like, it is not repeated', () => {
  const error = new Error(`${CANARY}\n    at ${CANARY} (${CANARY}.ts:1:1)`);
  error.name = 'TypeError';
  expect(JSON.stringify(errorFacts(error))).not.toContain(CANARY);
  const outage = new Refusal('storage-unavailable', CANARY, { cause: new TypeError(CANARY) });
  expect(errorFacts(outage)).toMatchObject({ error: 'TypeError' });
  expect(JSON.stringify(errorFacts(outage))).not.toContain(CANARY);
  expect(JSON.stringify(errorFacts(CANARY))).not.toContain(CANARY);
  expect(JSON.stringify(errorFacts({ message: CANARY, name: CANARY }))).not.toContain(CANARY);
  expect(JSON.stringify(errorFacts(new Error('x', { cause: new Error(CANARY) })))).not.toContain(CANARY);
});

test('the table holds no address, e-mail, agent or token: only what its author meant to show, and pseudonyms with their key’s id', async () => {
  const { receipt, visitor } = (
    await submit('coffre', { ...draft, text: 'Un texte.', url: 'https://example.org/' }, asked)
  ).json();
  const items = (await backend.dump()).filter(({ pk }) => pk?.S === 'demo#coffre' || pk?.S?.startsWith('~'));
  const all = JSON.stringify(items, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  for (const secret of [`${CANARY}-mail`, AGENT, IP, receipt, visitor, `Bearer`])
    expect(all).not.toContain(secret);
  const [comment] = items.filter(({ pk }) => pk?.S === 'demo#coffre');
  for (const name of ['a', 'network', 'email'] as const)
    expect(comment?.[name]?.S).toMatch(/^\d+:[\w-]{22}$/);
});

test('no public answer tells more than its author meant to show', async () => {
  const { id } = (await submit('public', { ...draft, text: 'Un texte.' }, asked)).json();
  await decide('public', id, 'approve');
  const params = { site: 'demo' };
  const answers = [
    await list('public'),
    await ask('render-comments', { params, article: 'public' }),
    await ask('count-comments', { params, query: 'article=public' }),
  ];
  for (const { body } of answers)
    expect(body).not.toMatch(/mail|192\.0\.2|agent|verdict|status|\d{4}:[\w-]{22}/);
  const [shown] = (await list('public')).json().comments;
  expect(Object.keys(shown).toSorted()).toEqual([
    'author',
    'createdAt',
    'depth',
    'edited',
    'html',
    'id',
    'identicon',
    'parent',
    'removed',
    'staff',
    'text',
    'thread',
    'url',
    'withdrawn',
  ]);
});
