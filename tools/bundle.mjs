// One bundle per Lambda function, the same for deployment and for the local server: dist/<function>.mjs.
import { copyFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleBrowser } from './bundle-browser.ts';
import { LICENCES, licencesOf } from './bundling/licences.ts';
import { lighterNode } from './bundling/lighter-node.ts';
import { lighterSdk } from './bundling/lighter-sdk.ts';
import { lighterZod } from './bundling/lighter-zod.ts';
import { quickStart } from './bundling/quick-start.ts';
import { runCommand } from './command.ts';

const ROOT = join(import.meta.dirname, '..');

// The learned filter's weights, 200 KB, are no code: they lie beside the bundles.
const weightsBeside = {
  name: 'weights-beside',
  setup({ initialOptions: { outdir }, onEnd }) {
    const path = join(ROOT, 'src/screening/filter/model/weights.bin');
    onEnd(() => copyFileSync(path, resolve(ROOT, outdir, basename(path))));
  },
};

/** Options for entry points of any kind; `bench/` measures with the same. */
export const options = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  sourcemap: 'linked',
  sourcesContent: false,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  legalComments: 'none',
  plugins: [lighterNode, lighterSdk, lighterZod, weightsBeside, quickStart],
  logOverride: { 'import-is-undefined': 'silent' },
  // CommonJS packages ask for Node's own modules only, which need no resolving.
  banner: { js: 'const require=process.getBuiltinModule;' },
  logLevel: 'warning',
};

/** The one function that makes schemas into a document. */
const DOCUMENT = 'describe-api';

/** The moderators' page and the readers' script: each in one file for the functions that serve it, and every file by itself, to be weighed. */
const writeBrowserFiles = async (outdir) => {
  mkdirSync(join(outdir, 'assets'), { recursive: true });
  for (const [document, page] of Object.entries(await bundleBrowser())) {
    writeFileSync(join(outdir, document), JSON.stringify(page));
    for (const [name, { text }] of Object.entries(page.files))
      writeFileSync(join(outdir, 'assets', name), text);
  }
};

/** Bundles every handler into `outdir`, seen from the project's root, and returns the functions' names. */
export const bundle = async (outdir = 'dist') => {
  const entryPoints = globSync('handlers/*.ts', { cwd: ROOT }).sort();
  rmSync(resolve(ROOT, outdir), { recursive: true, force: true });
  const names = entryPoints.map((path) => basename(path, '.ts'));
  const of = (wanted) => entryPoints.filter((_, at) => (names[at] === DOCUMENT) === wanted);
  const plugins = options.plugins.filter((plugin) => plugin !== lighterZod);
  const all = await Promise.all([
    build({ ...options, entryPoints: of(false), outdir, metafile: true }),
    build({ ...options, entryPoints: of(true), outdir, metafile: true, plugins }),
    writeBrowserFiles(resolve(ROOT, outdir)),
  ]);
  const outputs = Object.assign({}, ...all.slice(0, 2).map(({ metafile }) => metafile.outputs));
  writeFileSync(join(resolve(ROOT, outdir), LICENCES), licencesOf(outputs));
  return { names, metafile: { outputs } };
};

const HELP = `npm run bundle

Bundles every function into dist/, as a deployment has it, and prints their sizes.

  --help  this`;

const report = async () => {
  const { names, metafile } = await bundle();
  for (const [path, { bytes }] of Object.entries(metafile.outputs))
    if (path.endsWith('.mjs')) console.log(`${String(Math.round(bytes / 1024)).padStart(5)} KB  ${path}`);
  return `${names.length} functions bundled`;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runCommand({ help: HELP, options: {}, run: report });
