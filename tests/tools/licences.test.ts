import { expect, test } from '@jest/globals';
import { EMBED_FILES, MODERATION_FILES } from '../../src/browser-files.ts';
import { bundleBrowser } from '../../tools/bundle-browser.ts';
import { licencesOf } from '../../tools/bundling/licences.ts';

const bundled = (path: string) => ({
  'a.mjs': { inputs: { [path]: { bytesInOutput: 1 } }, bytes: 1, imports: [], exports: [] },
});

test('the moderators’ page names the file of its packages’ licences, which lies beside its script', async () => {
  const { [MODERATION_FILES]: page, [EMBED_FILES]: embed } = await bundleBrowser(0);
  const { files, script } = page as NonNullable<typeof page>;
  const [, name = ''] = files[script]?.text.match(/^\/\*! Licences: (\S+) /) ?? [];
  for (const one of ['preact', '@preact/signals', '@preact/signals-core', 'oauth4webapi'])
    expect(files[name]?.text).toMatch(new RegExp(`\\n${one} [\\d.]+ \\(MIT\\)\\n`));
  // Readers' pages load nothing but our own.
  expect(Object.keys(embed?.files ?? {}).some((file) => file.endsWith('.txt'))).toBe(false);
});

test('a package without a text of its licence is given the terms of MIT, or stops the bundle', () => {
  expect(licencesOf(bundled('node_modules/@middy/core/index.js'))).toMatch(
    /\n@middy\/core \S+ \(MIT\)\n\nMIT License\n\nCopyright \(c\) Middy contributors\n/,
  );
  expect(() => licencesOf(bundled('/nowhere/node_modules/x/index.js'))).toThrow('belongs to no package');
});
