import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../local/engine/engine.ts';
import { serveEngine } from '../../local/serve-engine.ts';
import { rooms } from '../../tools/rooms/rooms.ts';
import { openTestEngine } from '../storage/test-database.ts';
import { openStore } from '../storage/with-store.ts';
import { withDeployment } from './with-deployment.ts';

const TABLE = 'production';
const OMITS = ' --omit=dev ';
const site = ['--site', 'lejournal', '--name', 'Le Journal', '--language', 'fr'];
const origin = ['--origin', 'https://www.lejournal.fr'];

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).filter(([, script]) => script.includes(' cli/'));
const ofDeployments = commands.flatMap(([name, script]) => (script.includes(OMITS) ? [name] : []));

test('the commands of a deployment are all but those of the local server', () => {
  const ofServer = rooms.flatMap(({ paths }) => paths.filter((path) => path.startsWith('cli/')));
  const expected = commands.flatMap(([name]) => (ofServer.includes(`cli/${name}`) ? [] : [name]));
  expect(ofDeployments).toEqual(expected);
});

describe('where the development dependencies are left out', () => {
  let engine: Engine;
  let served: Awaited<ReturnType<typeof serveEngine>>;
  const run = withDeployment();
  beforeAll(async () => {
    engine = openTestEngine(TABLE);
    served = await serveEngine(engine);
  });
  afterAll(async () => {
    await served.stop();
    engine.close();
  });
  const onTable = (name: string, ...options: string[]) =>
    run('site', [...options, '--table', name], { DYNAMODB_ENDPOINT: served.endpoint });

  test.each(ofDeployments)('%s says what it does, and installs nothing', async (name) => {
    const { code, output, errors } = await run(name, ['--help']);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toMatch(new RegExp(`^npm run --silent ${name} `));
  });

  test('a site is created in a table, found as it is, and changed', async () => {
    const done = (what: string) => ({ code: 0, output: `lejournal: ${what}\n`, errors: '' });
    expect(await onTable(TABLE, ...site, ...origin)).toEqual(done('created'));
    expect(await onTable(TABLE, ...site, ...origin)).toEqual(done('unchanged'));
    expect(await onTable(TABLE, ...site, '--origin', 'https://lejournal.fr')).toEqual(done('updated'));
    const { store } = openStore(engine, TABLE);
    expect(await store.readSite('lejournal')).toMatchObject({
      origins: ['https://lejournal.fr'],
      version: 2,
    });
  });

  test('the first admin of a site is invited, listed and taken back', async () => {
    const member = (...options: string[]) =>
      run('member', ['--site', 'redaction', ...options, '--table', TABLE], {
        DYNAMODB_ENDPOINT: served.endpoint,
      });
    await onTable(TABLE, ...site.with(1, 'redaction'), ...origin);
    const claire = ['--email', 'claire@lejournal.fr', '--name', 'Claire'];
    expect(await member(...claire)).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/^--url is missing/),
    });
    const invited = await member(...claire, '--url', 'https://comments.lejournal.fr/');
    expect(invited).toMatchObject({ code: 0, errors: '' });
    expect(invited.output).toMatch(
      /^https:[/]{2}comments.lejournal.fr[/]moderation[/]#[/]join[/]redaction[/][\w-]{43}\n$/,
    );

    const { output } = await member('--list');
    expect(output).toMatch(/^[\w-]{22}\tadmin\tinvited\tClaire\n$/);
    const [id = ''] = output.split('\t');
    expect(await member('--remove', id)).toMatchObject({ code: 0, output: `${id}: removed\n` });
    expect(await member('--remove', id)).toMatchObject({ code: 1, output: '' });
    expect((await member('--list')).output).toBe('Nobody is on the team of redaction.\n');
    expect(
      await run('member', ['--site', 'autre', '--list', '--table', TABLE], {
        DYNAMODB_ENDPOINT: served.endpoint,
      }),
    ).toMatchObject({ code: 2, errors: expect.stringMatching(/^--site autre names no site/) });
  });

  test('a region that is not known is asked for', async () => {
    const options = [...site, ...origin, '--table', TABLE];
    const { code, output, errors } = await run('site', options, {
      HOME: '/nowhere',
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
    });
    expect([code, output, errors]).toEqual([
      1,
      '',
      expect.stringMatching(/^No region is known: set AWS_REGION .*\n$/),
    ]);
  });

  test('a table that is not there is named', async () => {
    const { code, output, errors } = await onTable('another', ...site, ...origin);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(/^--table another names no table there .*\n$/);
  });

  test('a database out of reach is told, with its reason', async () => {
    const { code, errors } = await run('site', [...site, ...origin, '--table', TABLE], {
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(errors).toMatch(/^The table production cannot be reached: .* 127[.]0[.]0[.]1:1\n$/);
  });

  test('without a table the command says what it would need', async () => {
    const { code, output, errors } = await run('site', [...site, ...origin]);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^Without --table .* run npm ci, or name a table[.]\n$/);
  });

  test('the filter is asked', async () => {
    const { code, output } = await run('score', ['Merci pour cet article.']);
    expect([code, JSON.parse(output).outcome]).toEqual([0, 'approve']);
  });
});
