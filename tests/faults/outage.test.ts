import { readFileSync } from 'node:fs';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { clientOptions } from '../../local/client-options.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { createClient } from '../../src/storage/dynamodb/client.ts';
import { freePort } from '../../tools/free-port.mjs';
import { ask } from '../journeys/call-gateway.ts';
import { asModerator, list } from '../journeys/requests.ts';
import { parse } from '../pages/markup.ts';
import { allAddsUp, submitCalls, whole, withFaults, withReaders } from './with-faults.ts';

const functionS: number = (load(readFileSync('serverless.yml', 'utf8')) as any).provider.timeout;
const backend = withFaults({ policy: defaultPolicy, table: 'of-test' });
const { clock, next, draft, send, sendForm, mine } = withReaders(backend);
/** Whatever went wrong: every count is right and every comment has its trail. */
afterEach(() => allAddsUp(backend));

describe('a submission', () => {
  test.each(
    submitCalls.flatMap(([name, fault]) =>
      (['reset', 'lost-ack'] as const).map((mode) => [mode, name, { ...fault, mode }] as const),
    ),
  )('that fails for good by %s at %s says so, and sent again is one comment', async (_, __, fault) => {
    backend.inject(fault);
    const failed = await send();
    expect([failed.statusCode, failed.headers['retry-after']]).toEqual([503, '5']);
    expect(failed.json()).toMatchObject({ code: 'storage-unavailable' });
    expect(failed.body).not.toMatch(/ECONN|socket|127\.0\.0\.1|test-\d/);
    backend.calm();
    clock.pass(4);

    const answer = await send();
    expect(answer.statusCode).toBe(202);
    expect(await mine()).toHaveLength(1);
    clock.pass(4);
    expect(whole(await send())).toEqual(whole(answer));
    expect(await mine()).toHaveLength(1);
  });

  test('cut off at any call, and sent again, is one comment', async () => {
    for (const mode of ['reset', 'lost-ack'] as const)
      for (let after = 0; after < 6; after += 1) {
        next();
        backend.inject({ mode, after });
        const failed = await send();
        backend.calm();
        expect([202, 503]).toContain(failed.statusCode);
        clock.pass(5);
        const answer = await send();
        expect(answer.statusCode).toBe(202);
        expect(whole(await send())).toEqual(whole(answer));
        expect(await mine()).toHaveLength(1);
      }
  });

  test('whose reads come back in part asks until it has them all', async () => {
    const parent = (await send()).json();
    next();
    const { visitor } = (await send()).json();
    await asModerator('decide-comments', {
      method: 'POST',
      body: { decisions: [{ article: 'panne', comment: parent.id, version: 1, decision: 'approve' }] },
    });
    next();
    clock.pass(15);
    backend.calm();
    backend.inject({ mode: 'unprocessed', op: 'BatchGetItem', times: 2 });
    const answer = await send({ parent: parent.id, visitor });
    expect(answer.statusCode).toBe(202);
    expect(backend.calls.filter(({ op }) => op === 'BatchGetItem')).toHaveLength(3);
    const [comment] = await mine();
    expect(comment).toMatchObject({ parent: parent.id, root: parent.id });

    next();
    backend.inject({ mode: 'starve', op: 'BatchGetItem' });
    expect((await send({ parent: parent.id, visitor })).statusCode).toBe(503);
    expect(await mine()).toEqual([]);
  });

  test('is answered within the function’s time when the database is silent, to a program and to a form', async () => {
    backend.inject({ mode: 'hang' });
    const [program, form] = await Promise.all([send(), sendForm()]);
    // Both ask for the same, and one attempt waits for the end of the one before.
    const { requestTimeout } = await handlerSettings();
    expect(backend.calls.length).toBeGreaterThan(0);
    expect((backend.calls.length / 2) * requestTimeout).toBeLessThan(1000 * functionS);
    expect([program.statusCode, form.statusCode]).toEqual([503, 503]);
    expect(form.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'retry-after': '5' });
    expect(parse(form.body).text).toContain(draft().text);
  });
});

describe('while the database is down', () => {
  const down = () => backend.inject({ mode: 'reset' });

  test('a program is told to come back, a form keeps its text, and nothing is published or lost', async () => {
    await send();
    next();
    const before = await backend.dump();
    down();
    const asked = { params: { site: 'demo' }, article: 'panne' };
    const answers = [
      await send(),
      await list('panne'),
      await ask('count-comments', { ...asked, query: 'article=panne' }),
      await ask('open-form', asked),
      await ask('check-health'),
      await asModerator('list-queues'),
    ];
    for (const answer of answers) {
      expect(answer.json()).toMatchObject({ status: 503, code: 'storage-unavailable', requestId: 'request' });
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json',
        'retry-after': '5',
        'cache-control': 'no-store',
      });
    }
    const form = await sendForm({ title: 'La gare', redirect_to: '/gare' });
    expect([form.statusCode, form.headers['content-type'], form.headers['retry-after']]).toEqual([
      503,
      'text/html; charset=utf-8',
      '5',
    ]);
    expect(parse(form.body).text).toContain(draft().text);
    expect(form.body).toContain('name="redirect_to" value="/gare"');
    expect(await backend.dump()).toEqual(before);

    backend.calm();
    const sentAgain = await sendForm({ title: 'La gare' });
    expect(sentAgain.statusCode).toBe(303);
    expect(await mine()).toHaveLength(1);
  });

  test.each(['throttle', 'error', 'conflict'] as const)(
    'and so when it answers %s to everything',
    async (mode) => {
      backend.inject({ mode });
      expect((await send()).json()).toMatchObject({ status: 503, code: 'storage-unavailable' });
      backend.calm();
      expect(await mine()).toEqual([]);
      expect((await send()).statusCode).toBe(202);
    },
  );

  test('a page of any origin is let through to read so, and when to try again', async () => {
    const headers = { origin: 'https://www.example.fr' };
    const { receipt } = (await send()).json();
    down();
    const ofSite = { params: { site: 'demo', proxy: 'comments' }, headers };
    const ofReceipt = { route: '/r/{receipt}', params: { receipt }, headers };
    for (const [name, asked] of [
      ['answer-preflight', ofSite],
      ['answer-receipt-preflight', ofReceipt],
    ] as const)
      expect(await ask(name, { ...asked, method: 'OPTIONS' })).toMatchObject({
        statusCode: 204,
        headers: { 'access-control-allow-origin': '*', 'access-control-max-age': '0' },
      });
    for (const answer of [
      await ask('list-comments', { ...ofSite, article: 'panne' }),
      await ask('show-receipt', { ...ofReceipt, method: 'GET' }),
      await ask('revise-comment', { ...ofReceipt, method: 'PATCH', body: { text: 'Autre chose.' } }),
    ])
      expect(answer).toMatchObject({
        statusCode: 503,
        headers: {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': expect.stringContaining('retry-after'),
          'retry-after': '5',
        },
      });
  });

  test('the parts that need no database still answer', async () => {
    down();
    expect((await ask('describe-api')).statusCode).toBe(200);
    expect((await ask('refuse-route', { path: '/x' })).statusCode).toBe(404);
  });
});

/** What the functions' client gives each request, which it settles with its first one. */
const handlerSettings = async () => {
  const client = createClient({ ...clientOptions(`http://127.0.0.1:${await freePort()}`), maxAttempts: 1 });
  await client.send(new ListTablesCommand({})).catch(() => undefined);
  return (client.config.requestHandler as any).httpHandlerConfigs();
};
