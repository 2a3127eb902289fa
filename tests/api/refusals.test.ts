import { beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Contract } from '../../src/api/contract.ts';
import { type ContractName, contracts } from '../../src/api/contracts.ts';
import { type RefusalCode, refusalCodes } from '../../src/comment/refusal.ts';
import { options } from '../../tools/bundle.mjs';

const names = Object.keys(contracts) as ContractName[];
/** Functions without a contract, which refuse as well. */
const others = ['refuse-route'];

/** A code that is refused with: an argument, a property, a default or one of two; not the name of a table's row. */
const REFUSING = /(?:Refusal\(|code: |codeOf = \(\) => |[?:] )"([a-z-]+)"(?!:)/g;

/**
 * The codes in each function's bundle, whose unused code esbuild has left out. What a function cannot reach it cannot answer.
 * A bundle may hold a code that never comes up: only a check on origins, which lets reading pass.
 */
const codesIn = new Map<string, ReadonlySet<RefusalCode>>();
beforeAll(async () => {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [...names, ...others].map((name) => `handlers/${name}.ts`),
    outdir: 'dist',
    minify: false,
    sourcemap: false,
    write: false,
    plugins: options.plugins?.filter(({ name }) => name !== 'weights-beside') ?? [],
  });
  for (const { path, text } of outputFiles ?? []) {
    const found = [...text.matchAll(REFUSING)].map(([, code]) => code);
    const name = path.replace(/^.*[\\/]|[.]mjs$/g, '');
    codesIn.set(name, new Set(refusalCodes.filter((code) => found.includes(code))));
  }
}, 120_000);

const reachable = (name: string, { route }: Contract): readonly RefusalCode[] =>
  [...(codesIn.get(name) ?? [])].filter(
    (code) => code !== 'storage-unavailable' && !(code === 'origin-not-allowed' && route.startsWith('GET ')),
  );

test.each(Object.entries<Contract>(contracts))(
  'the contract of %s names every code its handler can refuse with, and no other',
  (name, contract) => {
    const named = [...contract.refusals, ...(contract.itemRefusals ?? [])];
    expect([...new Set(named)].sort()).toEqual(reachable(name, contract).toSorted());
  },
);

test('every code is found in some handler', () => {
  expect(new Set([...codesIn.values()].flatMap((codes) => [...codes]))).toEqual(new Set(refusalCodes));
});
