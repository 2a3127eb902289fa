// TypeScript for jest: esbuild strips the types, Node's own ESM loads the rest.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';
import './leave-at-once.mjs';

export default {
  getCacheKey: (source, file) =>
    createHash('sha256').update([version, file, source].join('\0')).digest('hex'),
  // Jest keeps the map in a file of its own, and reads it when a stack is asked for.
  process: (source, file) =>
    transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node24',
      sourcemap: 'external',
      sourcefile: file,
    }),
};
