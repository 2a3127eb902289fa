import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runCommand } from '../../../tools/command.ts';
import { randomFrom } from '../../../training/random.ts';
import type { Ask } from '../../load/ask.ts';
import { askingAt } from '../../load/ask.ts';
import { launchPalabre } from '../../servers/palabre.ts';
import { startWordPress, type WordPress } from './start.ts';

const HELP = `npm run try:wordpress [-- --stay]

Sets up WordPress with wordpress/palabre.php and this service, both on this machine, and walks through them as a reader without JavaScript.
WordPress is installed from Debian's packages where it is missing, which needs root.

  --stay  leaves both running afterwards, to be looked at, until it is stopped (Ctrl-C)
  --help  this`;

const run = promisify(execFile);
const SITE = 'journal';
/** For as long the plugin shows what it read last. */
const FRESH_MS = 11_000;

await runCommand({
  help: HELP,
  options: { stay: { type: 'boolean', default: false } },
  run: async ({ stay }) => {
    const folder = mkdtempSync(join(tmpdir(), 'palabre-wordpress-'));
    chmodSync(folder, 0o755);
    await using opened = new AsyncDisposableStack();
    opened.defer(() => rmSync(folder, { recursive: true, force: true }));
    const palabre = await launchPalabre({ dataDir: join(folder, 'palabre') });
    opened.defer(palabre.stop);
    const wordpress = await startWordPress(wantedIn(folder, palabre.url), console.log);
    opened.defer(wordpress.stop);
    const token = await makeSite(join(folder, 'palabre'), wordpress.url);
    const page = await walk({ wordpress, palabre: palabre.url, token });
    console.log(
      `\n  The article  ${wordpress.url}${page}\n  To moderate  ${palabre.url}/moderation/?site=${SITE}`,
    );
    if (stay) await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
    return 'WordPress shows and takes comments through the plugin.';
  },
});

function wantedIn(folder: string, url: string): Parameters<typeof startWordPress>[0] {
  const plugins = {
    'palabre.php': readFileSync('wordpress/palabre.php', 'utf8'),
    'where.php': `<?php define('PALABRE_URL', '${url}'); define('PALABRE_SITE', '${SITE}');`,
  };
  return { folder: join(folder, 'wordpress'), decided: 0, waiting: 0, random: randomFrom(1), plugins };
}

/** @returns a moderator's token */
async function makeSite(dataDir: string, origin: string): Promise<string> {
  const command = async (file: string, ...options: readonly string[]) => {
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir };
    return (
      await run(process.execPath, ['tools/run.mjs', file, '--site', SITE, ...options], { env })
    ).stdout.trim();
  };
  await command('cli/site.ts', '--name', 'Le Journal', '--language', 'fr', '--origin', origin);
  return command('cli/token.ts', '--role', 'moderator');
}

type World = { readonly wordpress: WordPress; readonly palabre: string; readonly token: string };

/** @returns the article's path */
async function walk({ wordpress, palabre, token }: World): Promise<string> {
  const { ask } = wordpress.subject;
  const { page: path, posts } = wordpress.installed;
  const [article = 0] = posts;
  const api = askingAt(palabre);

  const before = await read(ask, path);
  assert.ok(before.includes('<section class="comments"'), 'The article shows no comments of the service.');
  assert.ok(before.includes('<form class="comment-form"'), 'The article shows no form of the service.');
  assert.ok(!before.includes('wp-comments-post.php'), 'The article shows WordPress’s own form.');
  step('the article shows the service’s comments and form, and none of WordPress’s');

  const text = 'Ce commentaire vient d’un WordPress.';
  const fields = { ...hiddenIn(before), author: 'Odile', text };
  const sent = await post(api.ask, `/v1/sites/${SITE}/comments`, fields, wordpress.url);
  assert.equal(sent.status, 303);
  step('its form is answered with the way to a receipt');

  const id = await approve(api.ask, token, String(article));
  const around = await read(ask, `${path}${path.includes('?') ? '&' : '?'}around=${id}`);
  assert.ok(around.includes(`id="comment-${id}"`), 'The approved comment is not on its page.');
  await wait(FRESH_MS);
  assert.ok((await read(ask, path)).includes(text), 'The approved comment is not under the article.');
  step('approved, it stands under the article, drawn by WordPress’s own server');

  const robots = { comment_post_ID: String(article), comment: 'x', author: 'y', email: 'y@example.fr' };
  assert.equal((await post(ask, '/wp-comments-post.php', robots)).status, 403);
  step('a robot that posts to WordPress’s own address is refused');
  api.close();
  return path;
}

function step(said: string): void {
  console.log(`  ${said}`);
}

/** Approves what waits. @returns its id */
async function approve(ask: Ask, token: string, article: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const admin = `/v1/sites/${SITE}/admin`;
  const { body } = await ask({ path: `${admin}/queues/pending`, headers });
  const [{ id, version }] = JSON.parse(body).comments;
  const decisions = [{ article, comment: id, version, decision: 'approve' }];
  const decided = {
    method: 'POST',
    path: `${admin}/decisions`,
    headers,
    body: JSON.stringify({ decisions }),
  };
  assert.equal((await ask(decided)).status, 200);
  return id;
}

async function read(ask: Ask, path: string): Promise<string> {
  const { status, body } = await ask({ path });
  assert.equal(status, 200);
  return body;
}

function post(ask: Ask, path: string, fields: Readonly<Record<string, string>>, origin?: string) {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'text/html',
    ...(origin ? { origin } : {}),
  };
  return ask({ method: 'POST', path, headers, body: String(new URLSearchParams(fields)) });
}

/** What the form carries. */
function hiddenIn(page: string): Readonly<Record<string, string>> {
  const fields = page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g);
  return Object.fromEntries(
    [...fields].map(([, name = '', value = '']) => [name, value.replaceAll('&#038;', '&')]),
  );
}
