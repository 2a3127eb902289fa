import type { Plugin } from 'esbuild';

/**
 * Asks for each export of Node's own modules by its name.
 *
 * An ESM import of one evaluates all its getters, and so loads what they stand for: undici for `node:http`, lines and folders for `node:fs`,
 * the browsers' cryptography for `node:crypto`, a third of what a cold start takes for the database client.
 */
export const lighterNode: Plugin = {
  name: 'lighter-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?(?:https?|fs|net|crypto)$/ }, ({ path, kind }) => ({
      path: path.replace(/^(?:node:)?/, 'node:'),
      namespace: kind === 'import-statement' ? 'builtin' : 'builtin-as-one',
      sideEffects: false,
    }));
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({ contents: byName(path) }));
    onLoad({ filter: /./, namespace: 'builtin-as-one' }, ({ path }) => ({
      contents: `module.exports = ${builtin(path)};`,
    }));
  },
};

const builtin = (path: string): string => `process.getBuiltinModule('${path}')`;

/** What is not imported is left out: a call said to be pure has no effect but its value. */
const byName = (path: string): string => {
  const names = Object.keys(process.getBuiltinModule(path) ?? {});
  const exported = names.map(
    (name) => `export const ${name} = /* @__PURE__ */ (() => ${builtin(path)}.${name})();`,
  );
  return [...exported, `export default ${builtin(path)};`].join('\n');
};
