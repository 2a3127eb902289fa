import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const BUNDLER = join(import.meta.dirname, '../../../tools/bundle.mjs');

/** Bundles the functions as for deployment into `<dataDir>/functions`. @returns that folder */
export const bundleFunctions = async (dataDir: string): Promise<string> => {
  const folder = join(dataDir, 'functions');
  const { bundle } = (await import(pathToFileURL(BUNDLER).href)) as {
    bundle: (folder: string) => Promise<unknown>;
  };
  await bundle(folder);
  return folder;
};
