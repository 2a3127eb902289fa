import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
/** Beside the functions' bundles. */
export const LICENCES = 'licences.txt';
const NOTICES = /^(licen[cs]e|copying|notice)/i;

type Package = {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
};

/**
 * The licences of a bundle, as its copies must carry them: the project's own, then each text of a licence below the packages that are under it.
 * @throws when a package has none and is under none whose text is known
 */
export const licencesOf = (outputs: Metafile['outputs']): string => {
  const packages = packagesIn(outputs);
  const own = ['LICENSE', 'NOTICE'].map((name) => readFileSync(join(ROOT, name), 'utf8').trim());
  const under = Map.groupBy(packages, noticesOf);
  const others = [...under].map(([text, of]) => `${of.map(titleOf).join('\n')}\n\n${text}`);
  return `${[...own, ...others].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
};

/** Each by its name and version; without the code that was left out. */
const packagesIn = (outputs: Metafile['outputs']): readonly Package[] => {
  const inputs = Object.values(outputs).flatMap(({ inputs: of }) => Object.entries(of));
  const files = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
  const packages = files.filter((path) => path.includes('node_modules/')).map(packageOf);
  const byTitle = new Map(packages.map((one) => [titleOf(one), one]));
  return [...byTitle.keys()].sort().map((title) => byTitle.get(title) as Package);
};

const titleOf = ({ name, version, license }: Package): string => `${name} ${version} (${license})`;

/** The package that a file belongs to: some packages hold others, or folders of another kind of module, without a name of their own. */
const packageOf = (file: string): Package => {
  for (let path = dirname(join(ROOT, file)); path.includes('node_modules'); path = dirname(path)) {
    const { name, version, license } = readPackage(path);
    if (name !== undefined && version !== undefined) return { path, name, version, license: license ?? '' };
  }
  throw new Error(`${file} belongs to no package.`);
};

const readPackage = (
  path: string,
): Partial<Package> & { readonly author?: string | { readonly name: string } } => {
  const file = join(path, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
};

const noticesOf = ({ path, name, license }: Package): string => {
  const files = readdirSync(path)
    .filter((file) => NOTICES.test(file))
    .sort();
  if (files.length > 0)
    return files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n');
  const { author = '' } = readPackage(path);
  if (license !== 'MIT') throw new Error(`${name} has no text of its licence: ${license}`);
  // The terms are those of our own licence.
  const terms = readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim();
  return terms.replace(/Copyright .*/, `Copyright (c) ${typeof author === 'string' ? author : author.name}`);
};
