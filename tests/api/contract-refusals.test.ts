import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { type Contract, refusalsOf } from '../../src/api/contract.ts';
import { type ContractName, contracts } from '../../src/api/contracts.ts';
import { type RefusalCode, refusalCodes } from '../../src/comment/refusal.ts';
import { options } from '../../tools/bundle.mjs';

const names = Object.keys(contracts) as ContractName[];
/** Functions without a contract, which refuse as well. */
const others = ['refuse-route'];

/** A code that is refused with: an argument, a property, a default or one of two; not the name of a table's row. */
const REFUSING = /(?:Refusal\(\s*|code: |codeOf = \(\) => |[?:] )"([a-z-]+)"(?!:)/g;

/** The codes in each function's bundle, from which esbuild has left out unused code: others it cannot answer. */
const codesIn = new Map<string, ReadonlySet<RefusalCode>>();
beforeAll(async () => {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [...names, ...others].map((name) => `handlers/${name}.ts`),
    outdir: 'dist',
    minify: false,
    sourcemap: false,
    write: false,
    // A package refuses nothing.
    packages: 'external',
    // Without what concerns a deployment only.
    plugins: options.plugins?.filter(({ name }) => !['weights-beside', 'quick-start'].includes(name)) ?? [],
  });
  for (const { path, text } of outputFiles ?? []) {
    const found = [...text.matchAll(REFUSING)].map(([, code]) => code);
    const name = path.replace(/^.*[\\/]|[.]mjs$/g, '');
    codesIn.set(name, new Set(refusalCodes.filter((code) => found.includes(code))));
  }
});

/** Of a check on origins and of conditional writes: neither comes up where nothing is changed. */
const CHANGING: readonly RefusalCode[] = ['origin-not-allowed', 'changed-meanwhile'];
/** Their stores could also save settings of a site or an article, which they never do. */
const SAVES_NO_SETTINGS: readonly string[] = [
  'submit-comment',
  'reset-learning',
  'backtest-policy',
  'export-comments',
];
/** They try again until it is their turn. */
const TAKES_TURNS: readonly string[] = ['report-comment', 'add-ban', 'lift-ban'];
/** What checks refuse a submission with, and not a policy that is tried. */
const OF_CHECKS: readonly RefusalCode[] = ['article-closed', 'too-many-comments'];
const TRIES_POLICIES: readonly string[] = ['change-policy', 'roll-back-policy', 'backtest-policy'];
/** Their store could also take an admin off, or use up an invitation, which these never do. */
const NEVER: { readonly [Code in RefusalCode]?: readonly string[] } = {
  'last-admin': ['add-member', 'join-team', 'make-feed', 'drop-feed'],
  'invitation-not-found': ['add-member', 'change-member', 'make-feed', 'drop-feed'],
};

const comesUp = (code: RefusalCode, name: string, { route }: Contract): boolean =>
  // Every route may answer the one, and every route of moderators the other.
  code !== 'storage-unavailable' &&
  code !== 'invalid-token' &&
  !(CHANGING.includes(code) && route.startsWith('GET ')) &&
  !NEVER[code]?.includes(name) &&
  !(OF_CHECKS.includes(code) && TRIES_POLICIES.includes(name)) &&
  !(code === 'changed-meanwhile' && [...SAVES_NO_SETTINGS, ...TAKES_TURNS].includes(name));

test.each(Object.entries<Contract>(contracts))(
  'the contract of %s names every code its handler can refuse with, and no other',
  (name, contract) => {
    const named = [...refusalsOf(contract), ...(contract.itemRefusals ?? [])];
    const reachable = [...(codesIn.get(name) ?? [])].filter((code) => comesUp(code, name, contract));
    expect([...new Set(named)].sort()).toEqual(reachable.sort());
  },
);

test('every code is found in some handler', () => {
  expect(new Set([...codesIn.values()].flatMap((codes) => [...codes]))).toEqual(new Set(refusalCodes));
});
