import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One page of the evaluation: its Markdown, and its charts by file name. */
export type Page = {
  readonly name: string;
  readonly markdown: string;
  readonly charts?: Readonly<Record<string, string>>;
};

const DOCS = join(import.meta.dirname, '../../docs/screening');

/** Writes a page and its charts into `docs/screening`. */
export const publish = ({ name, markdown, charts = {} }: Page): void => {
  mkdirSync(DOCS, { recursive: true });
  writeFileSync(join(DOCS, `${name}.md`), `${markdown.trim()}\n`);
  for (const [chart, svg] of Object.entries(charts)) writeFileSync(join(DOCS, `${chart}.svg`), svg);
};
