import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { lighterNode } from '../../tools/bundling/lighter-node.ts';

const folder = mkdtempSync(join(tmpdir(), 'palabre-lighter-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a module prints, bundled and run in a process of its own. */
const printedBy = async (source: string): Promise<string> => {
  const [entry, bundle] = [join(folder, 'entry.js'), join(folder, 'bundle.mjs')];
  writeFileSync(entry, source);
  await build({
    ...{ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', format: 'esm' },
    plugins: [lighterNode],
  });
  return execFileSync(process.execPath, [bundle], { encoding: 'utf8' }).trim();
};

const LOADED = `console.log(process.moduleLoadList.filter((name) => /undici|readline|webcrypto/.test(name)).join());`;

test('what a bundle does not ask for of Node’s own modules is not loaded with them', async () => {
  const asking = `import { createHash } from 'node:crypto';
import { readFileSync } from 'fs';
import http, { STATUS_CODES } from 'node:http';
const { Agent } = await import('node:http');
if (![createHash, readFileSync, http.request, Agent].every(Boolean)) throw new Error(STATUS_CODES[500]);
`;
  expect(await printedBy(asking + LOADED)).toBe('');
});

test.each([
  ['by its name', `import { webcrypto as it } from 'crypto';`],
  ['as part of all', `import * as all from 'node:crypto'; const it = all.webcrypto;`],
  ['as part of the default', `import all from 'node:crypto'; const it = all.webcrypto;`],
  ['on demand', `const { webcrypto: it } = await import('node:crypto');`],
])('what it asks for %s is there', async (_, asking) => {
  expect(await printedBy(`${asking} console.log(typeof it.subtle)`)).toBe('object');
});
