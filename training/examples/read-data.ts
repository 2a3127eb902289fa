import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Example } from './example.ts';

type Row = {
  readonly text: string;
  readonly label: string;
  readonly lang?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
};

/** A line of `training/texts`. Its texts may contain choices, `{one|another}`. */
export type Template = {
  readonly text: string;
  readonly label: 'spam' | 'ham';
  readonly genre: string;
  readonly language: string;
  readonly author?: string;
  readonly url?: string;
  readonly email?: string;
  readonly title?: string;
};

const linesOf = (path: string): readonly unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** A set's examples; empty when the directory does not hold the set. */
export const readSet = (directory: string, set: string): readonly Example[] => {
  const path = join(directory, set, 'data.jsonl');
  return existsSync(path) ? linesOf(path).map((row) => exampleOf(row as Row, set)) : [];
};

/** A link that an export of Disqus leads through a counter, with a signature behind it. */
const COUNTED = /https?:\/\/disq\.us\/url\?url=([^\s&"<>]+)&cuid=\d+/g;

/** A bare name that an export of Disqus made a link of, as `asp.net`. */
const LINKED_NAME = /<a href="http:\/\/([^\s"<>/]+)">\1<\/a>/g;

/** The text with its links as their author wrote them. */
const asWritten = (text: string): string =>
  text.replace(LINKED_NAME, '$1').replace(COUNTED, (counted, address: string) => {
    try {
      return decodeURIComponent(address).replace(/:[\w-]*$/, '');
    } catch {
      return counted;
    }
  });

const stated = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const exampleOf = ({ text, label, lang = 'en', extra = {} }: Row, set: string): Example => ({
  input: {
    text: asWritten(text),
    author: stated(extra.author),
    url: stated(extra.author_url),
    email: stated(extra.email_domain) && `x@${extra.email_domain}`,
    title: stated(extra.post_title),
    language: lang,
  },
  isSpam: label === 'spam',
  set,
  group: stated(extra.repo) ?? stated(extra.video) ?? stated(extra.sub) ?? set,
  language: lang,
});

/** The project's own templates in every language. */
export const readTemplates = (directory: string): readonly Template[] =>
  globSync('*/*.jsonl', { cwd: directory })
    .sort()
    .flatMap((path) =>
      linesOf(join(directory, path)).map((line) => ({
        ...(line as Omit<Template, 'language' | 'genre'>),
        genre: basename(path, '.jsonl'),
        language: path.slice(0, 2),
      })),
    );

/** A list's terms, one per line. */
export const readList = (directory: string, name: string): readonly string[] => {
  const path = join(directory, 'lists', name);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .map((term) => term.trim())
        .filter(Boolean)
    : [];
};
