import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import type { BrowserFile, BrowserFiles } from '../src/browser-files.ts';
import { tokens } from '../src/pages/colour-tokens.ts';

const ROOT = join(import.meta.dirname, '..');
const ENTRY = 'browser/moderation/main.tsx';

const options: BuildOptions = {
  absWorkingDir: ROOT,
  entryPoints: { moderation: ENTRY },
  outdir: 'dist/assets',
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  // `light-dark()` and nesting stay as they are: browsers of the last two years know both.
  target: 'es2023',
  supported: { nesting: true },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  banner: { css: tokens.markup },
  logLevel: 'warning',
};

/** Bundles the moderators' page. @param quality of brotli, 0 to 11; 11 takes a second, so the local server asks for less */
export const bundleBrowser = async (quality = 11): Promise<BrowserFiles> => {
  const { outputFiles = [] } = await build(options);
  const made = await Promise.all(outputFiles.map(({ path, text }) => fileOf(path, text, quality)));
  const nameOf = (extension: string) => made.find(([name]) => name.endsWith(extension))?.[0] ?? '';
  return { script: nameOf('.js'), style: nameOf('.css'), files: Object.fromEntries(made) };
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const HASH_LENGTH = 10;

const fileOf = async (path: string, text: string, quality: number): Promise<[string, BrowserFile]> => {
  const extension = extname(path);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const brotli = await promisify(brotliCompress)(Buffer.from(text), { params });
  const type = TYPES[extension] ?? 'application/octet-stream';
  return [`moderation-${hash}${extension}`, { type, text, brotli: brotli.toString('base64') }];
};
