import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file that browsers load: its media type, its text, and the same as brotli in base64. */
export type BrowserFile = { readonly type: string; readonly text: string; readonly brotli: string };

/** The names of the moderators' script and style sheet and of the readers' script, and all files. A name holds a hash of the content. */
export type BrowserFiles = {
  readonly script: string;
  readonly style: string;
  /** The readers' script. */
  readonly embed: string;
  readonly files: Readonly<Record<string, BrowserFile>>;
};

/** Lies beside every bundle that reads it. */
export const BROWSER_FILES = 'moderation-page.json';

/** Reads the files that were bundled with a deployment. @throws {Error} when they are missing */
export const shippedBrowserFiles = async (): Promise<BrowserFiles> => {
  const path = join(import.meta.dirname, BROWSER_FILES);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`The moderators’ page is missing: ${path} cannot be read.`, { cause });
  });
  return JSON.parse(text);
};
