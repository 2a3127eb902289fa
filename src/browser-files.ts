import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file that browsers load. */
export type BrowserFile = {
  /** Its media type. */
  readonly type: string;
  readonly text: string;
  /** The text as brotli, in base64. */
  readonly brotli: string;
  /** The text's digest, as pages state it (`integrity`). */
  readonly integrity: string;
};

/** What one of the two pages loads: the names of its script and style sheet, and all files. A name holds a hash of the content. */
export type BrowserFiles = {
  readonly script: string;
  readonly style: string;
  readonly files: Readonly<Record<string, BrowserFile>>;
};

/** The moderators' page; lies beside every bundle that serves it. */
export const MODERATION_FILES = 'moderation-page.json';
/** The readers' script and style sheet; likewise. */
export const EMBED_FILES = 'readers-script.json';

/** Reads files that were bundled with a deployment. @throws {Error} when they are missing */
export const shippedBrowserFiles = async (name: string): Promise<BrowserFiles> => {
  const path = join(import.meta.dirname, name);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`What browsers load is missing: ${path} cannot be read.`, { cause });
  });
  return JSON.parse(text);
};
