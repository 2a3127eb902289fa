// One bundle per Lambda function, the same for deployment and for the local server: dist/<function>.mjs.
import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleBrowser } from './bundle-browser.ts';
import { LICENCES, licencesOf } from './bundling/licences.ts';
import { quickStart } from './bundling/quick-start.ts';
import { runCommand } from './command.ts';

const ROOT = join(import.meta.dirname, '..');

/** The same pattern for the paths of any system: Windows writes them with backslashes. */
const ofPath = (pattern) => new RegExp(pattern.source.replaceAll('[/]', '[\\\\/]'));

// An ESM import of node:http evaluates its WebSocket getters and so loads undici, 40 ms of every cold start,
// for middy's STATUS_CODES alone. Asking for the builtin by a call leaves the getters alone.
const lazyHttp = {
  name: 'lazy-http',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path }) => ({
      path: `node:${path.replace('node:', '')}`,
      namespace: 'builtin',
    }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
      loader: 'js',
    }));
  },
};

// What the SDK brings along and no function uses, each with the least its importers need instead.
const UNUSED = [
  // Profiles, single sign-on, instance metadata, 135 KB: a function finds its credentials in its environment.
  [
    /@aws-sdk[/]credential-provider-node[/]dist-es[/]index[.]js$/,
    "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'",
  ],
  // Event streams, 15 KB and the checksums they load: DynamoDB has no operation with one.
  [/@smithy[/]core[/]dist-es[/]submodules[/]event-streams[/]index[.]js$/, 'export class EventStreamSerde {}'],
  // A memory for endpoints found by discovery, 8 KB: ours are known.
  [
    /@aws-sdk[/]endpoint-cache[/]dist-es[/]index[.]js$/,
    'export class EndpointCache { get() {} has() {} set() {} }',
  ],
  // Retries that slow themselves down, 3 KB: ours are of the standard mode, see `send.ts`.
  [/@smithy[/]core[/].+[/]DefaultRateLimiter[.]js$/, 'export class DefaultRateLimiter {}'],
  // SHA-256 for machines without one, and asking an instance for its region, 4 KB: Lambda has both at hand.
  [/@smithy[/]core[/].+[/]sha256[/]Sha256Js[.]js$/, 'export class Sha256Js {}'],
  // Middleware that `client.ts` takes out of the client, with what it is made of, 6 KB.
  [
    /@aws-sdk[/]core[/].+[/]recursionDetectionMiddleware[.]js$/,
    'export const recursionDetectionMiddleware = () => (next) => next',
  ],
  [
    /@aws-sdk[/]core[/].+[/]loggerMiddleware[.]js$/,
    'export const getLoggerPlugin = () => ({ applyToStack() {} }); export { getLoggerPlugin as loggerMiddleware, getLoggerPlugin as loggerMiddlewareOptions }',
  ],
  [
    /@aws-sdk[/]core[/].+[/]user-agent-middleware[.]js$/,
    'export const getUserAgentPlugin = () => ({ applyToStack() {} }); export { getUserAgentPlugin as userAgentMiddleware, getUserAgentPlugin as getUserAgentMiddlewareOptions }',
  ],
  // Streams of browsers, which Node loads when it is asked whether it has them, 2 ms: an answer is a stream of Node's own.
  [
    /@smithy[/]core[/].+[/]stream-type-check[.]js$/,
    'export const isReadableStream = () => false; export const isBlob = () => false;',
  ],
  [
    /@smithy[/]core[/].+[/]getInstanceMetadataRegion[.]js$/,
    'export const getInstanceMetadataRegion = async () => {}',
  ],
];

const lighterSdk = {
  name: 'lighter-sdk',
  setup({ onLoad }) {
    for (const [filter, contents] of UNUSED)
      onLoad({ filter: ofPath(filter) }, () => ({ contents, loader: 'js' }));
    // Of its own description the client states its version only.
    onLoad({ filter: ofPath(/@aws-sdk[/]client-dynamodb[/]package[.]json$/) }, ({ path }) => ({
      contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }),
      loader: 'json',
    }));
  },
};

// JSON Schemas and zod's own sentences, 18 KB: only the API's document is made of schemas, and ours are said in our words.
const lighterZod = {
  name: 'lighter-zod',
  setup({ onLoad }) {
    const nothing = (...names) => names.map((name) => `export const ${name} = () => undefined;`).join('');
    const schemas = nothing(
      'createToJSONSchemaMethod',
      'createStandardJSONSchemaMethod',
      'toJSONSchema',
      'JSONSchemaGenerator',
    );
    const filter = ofPath(/zod[/]v4[/]core[/](to-json-schema|json-schema-(processors|generator))[.]js$/);
    onLoad({ filter }, () => ({ contents: schemas, loader: 'js' }));
    onLoad({ filter: ofPath(/zod[/]v4[/]locales[/]en[.]js$/) }, () => ({
      contents: 'export default () => ({})',
      loader: 'js',
    }));
  },
};

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
  plugins: [lazyHttp, lighterSdk, lighterZod, weightsBeside, quickStart],
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
