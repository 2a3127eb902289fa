import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { type BuildOptions, build } from 'esbuild';
import { type BrowserFile, type BrowserFiles, EMBED_FILES, MODERATION_FILES } from '../src/browser-files.ts';
import { tokens } from '../src/pages/colour-tokens.ts';
import { embedStyle } from '../src/pages/embed-style.ts';
import { LICENCES, licencesOf } from './bundling/licences.ts';

const ROOT = join(import.meta.dirname, '..');

const shared: BuildOptions = {
  absWorkingDir: ROOT,
  outdir: 'dist/assets',
  write: false,
  bundle: true,
  minify: true,
  platform: 'browser',
  // `light-dark()` and nesting stay as they are: browsers of the last two years know both.
  target: 'es2023',
  supported: { nesting: true },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** The moderators' page. */
const moderation: BuildOptions = {
  ...shared,
  entryPoints: { moderation: 'browser/moderation/main.tsx' },
  format: 'esm',
  // Its files are served as UTF-8: escapes would only make its sentences longer.
  charset: 'utf8',
  // `h(type, props, ...children)` is shorter than the calls that `browser/tsconfig.json` has types checked by.
  tsconfigRaw: {},
  jsx: 'transform',
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  inject: ['node_modules/preact/dist/preact.mjs'],
  banner: { css: tokens.markup },
};

/** The readers' script; a plain one, since pages of any age load it, and since it learns from its own address where the API is. */
const embed: BuildOptions = {
  ...shared,
  entryPoints: { embed: 'browser/embed/main.ts' },
  format: 'iife',
};

/** What the pages load, by the name of the document that holds it in a deployment. */
export type Bundles = Readonly<Record<string, BrowserFiles>>;

/** Bundles the moderators' page and the readers' script. @param quality of brotli, 0 to 11; 11 takes a second, so the local server asks for less */
export const bundleBrowser = async (quality = 11): Promise<Bundles> => {
  const style = { path: 'embed.css', text: embedStyle.markup };
  const [page, script] = await Promise.all([outputsOf(moderation), outputsOf(embed)]);
  return {
    [MODERATION_FILES]: await filesOf(await withLicences(page, quality), quality),
    [EMBED_FILES]: await filesOf([...script.outputs, style], quality),
  };
};

type Output = { readonly path: string; readonly text: string };
type Built = { readonly outputs: readonly Output[]; readonly licences: string };

const outputsOf = async (options: BuildOptions): Promise<Built> => {
  const { outputFiles = [], metafile } = await build(options);
  return { outputs: outputFiles, licences: licencesOf(metafile?.outputs ?? {}) };
};

/** The files of a page with one of their packages' licences, which the script names in its first line. */
const withLicences = async ({ outputs, licences }: Built, quality: number): Promise<readonly Output[]> => {
  const file = { path: LICENCES, text: licences };
  const [name] = await fileOf(file.path, file.text, quality);
  const named = outputs.map(({ path, text }) =>
    extname(path) === '.js'
      ? { path, text: `/*! Licences: ${name} beside this file */\n${text}` }
      : { path, text },
  );
  return [...named, file];
};

const filesOf = async (outputs: readonly Output[], quality: number): Promise<BrowserFiles> => {
  const made = await Promise.all(outputs.map(({ path, text }) => fileOf(path, text, quality)));
  const nameOf = (extension: string) => made.find(([name]) => name.endsWith(extension))?.[0] ?? '';
  return { script: nameOf('.js'), style: nameOf('.css'), files: Object.fromEntries(made) };
};

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const HASH_LENGTH = 10;

const fileOf = async (path: string, text: string, quality: number): Promise<[string, BrowserFile]> => {
  const extension = extname(path);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const brotli = await promisify(brotliCompress)(Buffer.from(text), { params });
  const type = TYPES[extension] ?? 'application/octet-stream';
  const integrity = `sha384-${createHash('sha384').update(text).digest('base64')}`;
  return [
    `${basename(path, extension)}-${hash}${extension}`,
    { type, text, brotli: brotli.toString('base64'), integrity },
  ];
};
