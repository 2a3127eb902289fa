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
 * Whether a person who read an approved comment took it for advertising, or could not tell: it counts neither
 * as honest nor as spam. Identified by the start of a hash of its set, name and text, so that nothing of it
 * is published. All of these were read because an earlier model found them suspicious, so the shares of
 * honest comments held are lower than a blind reading would give.
 */
export const isSetAside = ({ set, input }: Example): boolean =>
  HASHES.has(
    createHash('sha256')
      .update([set, input.author ?? '', input.text].join('\n'))
      .digest('hex')
      .slice(0, 12),
  );
