import { readFileSync } from 'node:fs';

const DOCUMENT = new URL('../../../docs/embed.md', import.meta.url);
const API = 'https://comments.example.fr';
const SITE = { attribute: 'site="journal"', path: '/sites/journal/' };

/** The first block of code of a language behind some words of docs/embed.md, for a server and its demo site. */
export const documented = (words: string, language: string, api: string): string => {
  const document = readFileSync(DOCUMENT, 'utf8');
  const start = document.indexOf(words);
  const [, code] = document.slice(start).match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``)) ?? [];
  if (start === -1 || code === undefined)
    throw new Error(`docs/embed.md has no ${language} after “${words}”.`);
  return code
    .replaceAll(API, api)
    .replaceAll(SITE.attribute, 'site="demo"')
    .replaceAll(SITE.path, '/sites/demo/');
};

/** The style and the script as they stand in a page's head. */
export const headFor = (api: string): string =>
  (documented("# The readers' script", 'html', api).match(/<link[^>]*>|<script.*<\/script>/g) ?? []).join(
    '\n',
  );
