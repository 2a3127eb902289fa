// TypeScript for jest: esbuild strips the types, Node's own ESM loads the rest.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';
import './leave-at-once.mjs';

export default {
  getCacheKey: (source, file) =>
    createHash('sha256').update([version, file, source].join('\0')).digest('hex'),
  process: (source, file) =>
    transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node24',
      sourcemap: 'inline',
      sourcefile: file,
    }),
};
