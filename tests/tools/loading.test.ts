import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { options } from '../../tools/bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'palabre-loading-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Prints the expressions with classes of Unicode that are made while a module loads. */
const watching = (bundle: string): string => `
  const made = [];
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, given) => {
      if (/\\\\p\\{/i.test(given[0]?.source ?? given[0])) made.push(String(given[0]));
      return Reflect.construct(target, given);
    },
  });
  const { handler } = await import(${JSON.stringify(pathToFileURL(bundle))});
  console.log(JSON.stringify({ made, handler: typeof handler }));`;

test('no function that readers wait for asks for Unicode’s tables while it loads', async () => {
  const names = ['submit-comment', 'list-comments', 'open-form', 'count-comments'];
  const entryPoints = names.map((name) => `handlers/${name}.ts`);
  await build({ ...options, entryPoints, outdir: folder, entryNames: '[name]' });
  const env = {
    ...{
      PATH: process.env.PATH,
      TABLE_NAME: 'comments',
      BASE_URL: 'http://127.0.0.1',
      SECRET: 'c0'.repeat(32),
    },
    ...{ AWS_REGION: 'eu-west-3', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
  };
  for (const name of names) {
    const script = watching(join(folder, `${name}.mjs`));
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env,
      encoding: 'utf8',
    });
    expect([name, JSON.parse(said)]).toEqual([name, { made: [], handler: 'function' }]);
  }
});
