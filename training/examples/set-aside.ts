import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from './example.ts';

const HASHES: ReadonlySet<string> = new Set(
  readFileSync(join(import.meta.dirname, 'set-aside.txt'), 'utf8')
    .split('\n')
    .filter(Boolean),
);

/**
 * Whether somebody who read it holds an approved comment for advertising, or could not tell: it counts neither as honest nor as
 * spam. Known by the beginning of a hash of its set, name and text, so that nothing of it is published. All were read because an
 * earlier model found them suspicious, so shares of honest comments held are lower by that choice than a blind reading gives.
 */
export const isSetAside = ({ set, input }: Example): boolean =>
  HASHES.has(
    createHash('sha256')
      .update([set, input.author ?? '', input.text].join('\n'))
      .digest('hex')
      .slice(0, 12),
  );
