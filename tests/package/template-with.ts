import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageBundles } from '../../tools/package-bundles.mjs';
import type { Template } from './template.ts';

/**
 * The template that is packaged with some arguments, `--param=name=value` and the like. The bundles are empty files, since no
 * argument changes them: `tests/package.test.ts` packages the real ones.
 * @param folder where to package
 */
export const templateWith = (folder: string, args: readonly string[]): Template => {
  mkdirSync(join(folder, 'dist'), { recursive: true });
  for (const handler of globSync('handlers/*.ts')) {
    const bundle = join(folder, 'dist', `${basename(handler, '.ts')}.mjs`);
    for (const file of [bundle, `${bundle}.map`]) writeFileSync(file, '');
  }
  const packaged = packageBundles(folder, args);
  return JSON.parse(readFileSync(join(packaged, 'cloudformation-template-update-stack.json'), 'utf8'));
};
