import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../results.ts';
import { charts } from './charts.ts';
import { performancePage } from './page.ts';

const DOCS = join(import.meta.dirname, '../../docs');

/** Writes `docs/performance.md` and the charts it shows into `docs/performance`. */
export const publish = (results: Results): void => {
  const drawn = charts(results);
  mkdirSync(join(DOCS, 'performance'), { recursive: true });
  writeFileSync(join(DOCS, 'performance.md'), `${performancePage(results, Object.keys(drawn)).trim()}\n`);
  for (const [name, svg] of Object.entries(drawn))
    writeFileSync(join(DOCS, 'performance', `${name}.svg`), svg);
};
