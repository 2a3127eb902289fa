import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from '../../tools/install.mjs';

const FOLDER = import.meta.dirname;

/** Where packages are that the project does not depend on. */
export const MODULES = join(FOLDER, 'node_modules');

/** Installs them, the first time. */
export const install = (): void => installMissing(FOLDER);

/** A new folder beside the packages: what stands there finds them, and nobody else finds it. */
export const folderBeside = (): string => mkdtempSync(join(MODULES, '.made-'));
