import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { isLocked } from '../../local/lock.ts';
import { findRunning } from '../../local/running.ts';
import { withFolder } from './with-folder.ts';
import { end, run, type Started, start, until } from './with-server.ts';

// One server and its data through a whole life, in order.

const folder = withFolder();
const ARTICLE = 'la-halle-de-valrive-rouvre';
const COMMENTS = '/v1/sites/demo/comments';
// Lets each request come from an address of its own.
const proxied = { TRUSTED_PROXIES: '127.0.0.1' };
let server: Started;
let token: string;
let visitors = 0;

beforeAll(async () => {
  server = await start(folder, proxied);
  const { output } = await run(folder, ['token', '--site', 'demo', '--scope', 'comments:moderate']);
  token = output.trim();
});
afterAll(() => end(server, 'SIGKILL'));

const nextVisitor = () => {
  visitors += 1;
  return `192.0.2.${visitors % 250}, 2001:db8:${visitors.toString(16)}::1`;
};
const post = (text: string) =>
  fetch(`${server.url}${COMMENTS}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': nextVisitor() },
    body: JSON.stringify({ article: ARTICLE, author: 'Inès', text }),
  });
const admin = async (path: string, body?: object) => {
  const answer = await fetch(`${server.url}/v1/sites/demo/admin${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  });
  return (await answer.json()) as any;
};
const pending = async () => (await admin('/queues')).queues.pending.count as number;
/** Waiting comments as they are listed, which needs no counting. */
const listed = async () => (await admin('/queues/pending?limit=100')).comments as any[];
/** How many wait, once all that was written is counted. */
const settled = async () => {
  const [counted] = await until(
    async () => [await pending(), (await listed()).length] as const,
    ([count, length]) => count === length,
  );
  return counted;
};
const page = async (path: string) => (await fetch(`${server.url}${path}`)).text();

test('one line says that it is ready, and then it is', async () => {
  expect(server.lines.filter((line) => line.startsWith('ready on '))).toEqual([`ready on ${server.url}`]);
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${server.url}/health`)).json()).toEqual({ status: 'ok' });
});

test('a token opens its site, and no other', async () => {
  expect(await settled()).toBeGreaterThanOrEqual(0);
  const other = await fetch(`${server.url}/v1/sites/other/admin/queues`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect([403, 404]).toContain(other.status);
  expect((await fetch(`${server.url}/v1/sites/demo/admin/queues`)).status).toBe(401);
});

test('the server publishes the key that its tokens are checked with', async () => {
  const found = (await (await fetch(`${server.url}/.well-known/openid-configuration`)).json()) as any;
  const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(found.jwks_uri)), {
    issuer: found.issuer,
  });
  expect(payload).toMatchObject({
    sub: 'local-moderator@demo',
    aud: 'palabre',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 3600);
});

test('a comment sent is counted in its queue by way of the stream', async () => {
  const before = await settled();
  expect((await post('Belle charpente, vraiment.')).status).toBe(202);
  expect(await until(pending, (count) => count > before)).toBe(before + 1);
});

test('the comments are read through a shared cache', async () => {
  const answer = await fetch(`${server.url}${COMMENTS}.html?article=${ARTICLE}`, {
    headers: { 'accept-language': 'fr' },
  });
  expect(answer.headers.get('x-cache')).toBe('miss');
});

test('an approved comment is on the article’s page at once, and its reply link leads to the form', async () => {
  const text = 'Une charpente comme on n’en fait plus.';
  await post(text);
  const comment = (await listed()).find((one) => one.text === text);
  const decisions = [
    { article: ARTICLE, comment: comment.id, version: comment.version, decision: 'approve' },
  ];
  await admin('/decisions', { decisions });
  expect(await page('/fr/')).toContain(`<article id="comment-${comment.id}">`);
  expect(await page(`/fr/?replyto=${comment.id}`)).toContain(`name="parent" value="${comment.id}"`);
  expect(await page('/fr/?replyto=%3Cscript%3E')).not.toContain('name="parent"');
});

test.each([
  ['/', 'fr', 'À la une'],
  ['/fr/', 'fr', 'Laisser un commentaire'],
  ['/en/', 'en', 'Leave a comment'],
])('the page %s is whole by itself, in its language', async (path, language, words) => {
  const answer = await fetch(`${server.url}${path}`);
  const markup = await answer.text();
  expect(answer.status).toBe(200);
  expect(markup).toContain(`<html lang="${language}">`);
  expect(markup).toContain(words);
  const withoutReadersScript = markup.replace('<script src="/embed.js" defer></script>', '');
  expect(withoutReadersScript).not.toMatch(/<script|\son\w+=|\sstyle=/);
  expect(markup).not.toMatch(/(src|href)="(?!\/|#|\?|data:|http:\/\/127\.0\.0\.1:)/);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test.each([
  '/health',
  '/openapi.json',
  '/fr/',
  '/nowhere',
  '/r/unknown',
  '/v1/sites/nosuch/counts?article=a',
  `/v1/sites/demo/form?article=${ARTICLE}`,
  `${COMMENTS}.html?article=${ARTICLE}`,
  '/v1/sites/demo/admin/queues',
  '/v1/sites/demo/admin/policy',
])('HEAD says the length that GET has, whether the edge stores the answer or not: %s', async (path) => {
  const lengthOf = async (method: string, coding: string) => {
    const answer = await new Promise<IncomingMessage>((resolve) => {
      const headers = { 'accept-encoding': coding, authorization: `Bearer ${token}` };
      httpRequest(`${server.url}${path}`, { method, headers }, resolve).end();
    });
    answer.resume();
    return [answer.statusCode, answer.headers['content-length'], answer.headers['content-type']];
  };
  for (const coding of ['identity', 'gzip']) {
    const got = await lengthOf('GET', coding);
    expect(Number(got[1])).toBeGreaterThan(0);
    // A page's form token differs with every answer, and so may the length of its compressed form.
    if (path !== '/fr/' || coding === 'identity') expect(await lengthOf('HEAD', coding)).toEqual(got);
  }
});

test('the form of a page, sent as a browser without JavaScript sends it, leads to the receipt', async () => {
  const markup = await page('/fr/');
  const carried = [...markup.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  const fields = new URLSearchParams(
    carried.map(([, name = '', value = '']) => [name, value] as [string, string]),
  );
  expect(fields.get('formToken')).toMatch(/.{20}/);
  fields.set('author', 'Élodie');
  fields.set('text', 'Je passerai samedi prochain.');
  fields.set('contact_me', '');
  const [, action] = markup.match(/<form method="post" action="([^"]+)"/) ?? [];
  const answer = await fetch(`${server.url}${action}`, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
    headers: { 'x-forwarded-for': nextVisitor(), origin: server.url, 'accept-language': 'fr' },
  });
  expect(answer.status).toBe(303);
  const receipt = await fetch(answer.headers.get('location') ?? '', { headers: { accept: 'text/html' } });
  expect(await receipt.text()).toContain('En attente de modération');
});

test('a job runs beside the server, and a site is made beside it', async () => {
  const job = await run(folder, ['job', 'purge-expired', '--dry-run']);
  expect([job.code, job.errors]).toEqual([0, '']);
  expect(JSON.parse(job.output.slice(job.output.indexOf('\n{\n')))).toMatchObject({ removed: 0 });
  const saveSite = async (origin: string) => {
    const options = ['--site', 'lejournal', '--name', 'Le Journal', '--language', 'fr', '--origin', origin];
    return (await run(folder, ['site', ...options])).output;
  };
  expect(await saveSite('https://www.lejournal.fr')).toBe('lejournal: created\n');
  expect(await saveSite('https://www.lejournal.fr')).toBe('lejournal: unchanged\n');
  const allowed = async (origin: string) => {
    const { status, headers } = await fetch(`${server.url}/v1/sites/lejournal/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': nextVisitor(), origin },
      body: JSON.stringify({ article: 'a', author: 'Inès', text: `Bonjour de ${origin}` }),
    });
    return [status, headers.get('access-control-allow-origin')];
  };
  expect(await allowed('https://www.lejournal.fr')).toEqual([202, 'https://www.lejournal.fr']);
  expect(await saveSite('https://lejournal.fr')).toBe('lejournal: updated\n');
  // The server remembers sites, and yet feels at once what another process made of one.
  expect(await allowed('https://lejournal.fr')).toEqual([202, 'https://lejournal.fr']);
  expect((await fetch(`${server.url}/v1/sites/lejournal/comments?article=a`)).status).toBe(200);
});

test.each([
  [['token', '--site', 'demo'], 'Usage: token'],
  [['token', '--site', 'demo', '--role', 'boss'], '--role boss is none of moderator, admin'],
  [
    ['token', '--site', 'nosuch', '--role', 'admin'],
    '--site nosuch names no site of the server, which has demo',
  ],
  [['token', '--site', 'demo', '--scope', 'a', '--ttl', '0'], 'Usage: token'],
  [['job', 'make-coffee'], 'Usage: job purge-expired'],
  [['site', '--site', 'x'], '--name is missing'],
  [['token', '--what'], 'Unknown option'],
])('a wrong command ends with one line: %j', async (command, line) => {
  const { code, output, errors } = await run(folder, command);
  expect([code, output, errors.split('\n').length]).toEqual([2, '', 2]);
  expect(errors).toContain(line);
});

test('a second server on the same data is refused, and so is one on a port that is taken', async () => {
  const second = await run(folder, ['start']);
  expect([second.code, second.output]).toEqual([1, '']);
  expect(second.errors).toBe(
    `${folder} is in use by process ${server.process.pid}: stop it, or set DATA_DIR to another folder.\n`,
  );
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const busy = await run(`${folder}/other`, ['start'], { PORT: String(port) });
  expect([busy.code, busy.errors]).toEqual([
    1,
    `Port ${port} is in use: set PORT to another one (0 picks a free one).\n`,
  ]);
  taken.close();
});

/** A comment sent in two halves: the first is there, the second comes when asked for. */
const halfSent = async (text: string) => {
  const body = JSON.stringify({ article: ARTICLE, author: 'Inès', text });
  const request = httpRequest(`${server.url}${COMMENTS}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': nextVisitor(),
      expect: '100-continue',
    },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.flushHeaders();
  await once(request, 'continue');
  return async () => {
    request.end(body);
    return (await answered)[0].statusCode;
  };
};

// Windows ends a process that another one signals, and asks it nothing.
if (process.platform !== 'win32')
  test('asked to stop it finishes what is under way and ends well; started again it has everything', async () => {
    const before = await settled();
    const sendRest = await halfSent('Envoyé juste avant la fin.');
    const ended = end(server, 'SIGTERM');
    await until(
      () =>
        fetch(`${server.url}/health`).then(
          () => 'answers',
          () => 'gone',
        ),
      (state) => state === 'gone',
    );
    expect([await sendRest(), await ended]).toEqual([202, 0]);
    server = await start(folder, proxied);
    await until(pending, (count) => count === before + 1);
  });

test('killed while comments come in, again and again, it loses none it acknowledged and doubles none', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    const posts = Array.from({ length: 20 }, async (_, at) => {
      const text = `Tour ${round}, commentaire ${at}, pour voir ce qui reste.`;
      const answer = await post(text);
      if (!answer.ok) throw new Error(`It was answered ${answer.status}.`);
      acknowledged.push(text);
    });
    await Promise.any(posts);
    await end(server, 'SIGKILL');
    await Promise.allSettled(posts);
    server = await start(folder, proxied);
  }
  expect(acknowledged.length).toBeGreaterThan(2);
  const texts = (await listed()).map(({ text }) => text as string);
  expect(acknowledged.filter((text) => !texts.includes(text))).toEqual([]);
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  expect(await until(pending, (count) => count >= texts.length)).toBe(texts.length);
});

// Windows removes no file that is open.
if (process.platform !== 'win32')
  test('it ends by itself when its lock is removed, since another server could begin beside it', async () => {
    rmSync(join(folder, 'lock.db'));
    const [code] = await once(server.process, 'exit');
    expect(code).toBe(1);
    server = await start(folder, proxied);
  });

test('when the shell that npm started it from ends, it stops by itself', async () => {
  await end(server, 'SIGTERM');
  const script = `require('node:child_process').spawn(process.execPath, ['local/start.ts'], { stdio: 'ignore' });`;
  const shell = spawn(process.execPath, ['-e', script], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', npm_lifecycle_event: 'start' },
  });
  await until(
    async () => findRunning(folder),
    (running) => running !== undefined,
  );
  shell.kill('SIGKILL');
  await until(
    async () => isLocked(folder),
    (locked) => !locked,
  );
  server = await start(folder, proxied);
});
