import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { options } from '../../tools/bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'palabre-frames-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FAILING = `import { errorFacts } from ${JSON.stringify(resolve('src/lambda/logs/log.ts'))};

const fail = (): never => {
  throw new TypeError('a secret');
};
try {
  fail();
} catch (error) {
  console.log(JSON.stringify(errorFacts(error)));
}
`;

const placesIn = (bundle: string): string =>
  JSON.parse(execFileSync(process.execPath, [bundle], { encoding: 'utf8' })).at;

test('an error in a bundle is logged with the place in the source, and in the bundle where the map is damaged or gone', async () => {
  const entry = join(folder, 'failing.ts');
  writeFileSync(entry, FAILING);
  const outdir = join(folder, 'dist');
  await build({ ...options, entryPoints: [entry], outdir, plugins: [] });
  const bundle = join(outdir, 'failing.mjs');
  expect(placesIn(bundle)).toMatch(/^at failing[.]ts:4:9 < at failing[.]ts:7:3 < /);
  writeFileSync(`${bundle}.map`, '{"mappings":');
  expect(placesIn(bundle)).toMatch(/failing[.]mjs:\d+:\d+/);
  rmSync(`${bundle}.map`);
  expect(placesIn(bundle)).toMatch(/failing[.]mjs:\d+:\d+/);
});
