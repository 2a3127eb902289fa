import { type Html, html } from '../html.ts';
import { markedLine } from './marked-line.ts';

/** Levels of nested quotations that are drawn. */
const QUOTED_MAX = 3;

/**
 * A comment's text as markup, with the little of Markdown that comments use: emphasis, `code`, links with a label, quotations, lists and
 * fenced code. No headings, images, tables or HTML; whatever is none of these stays as it was typed. Takes time linear in the text.
 */
export const renderMarkdown = (text: string): Html => html`${blocks(text.split('\n'), 0)}`;

const FENCE = /^ {0,3}```/;
const QUOTED = /^ {0,3}> ?/;
/** No plus sign: people write «+ 1» to agree. */
const BULLET = /^ {0,3}[-*] +(?=\S)/;
const NUMBER = /^ {0,3}(\d{1,9})[.)] +(?=\S)/;
/** An indented line continues the list item above it. */
const CONTINUED = /^ {2,}(?=\S)/;

type Block = { readonly markup: Html; readonly end: number };
/** Reads a block that begins at a line, or finds none there. */
type Reader = (lines: readonly string[], at: number, quoted: number) => Block | undefined;

const blocks = (lines: readonly string[], quoted: number): readonly Html[] => {
  const made: Html[] = [];
  let at = 0;
  while (at < lines.length) {
    const block = blockAt(lines, at, quoted);
    if (block) made.push(block.markup);
    at = block?.end ?? at + 1;
  }
  return made;
};

const blockAt: Reader = (lines, at, quoted) => {
  for (const read of readers) {
    const block = read(lines, at, quoted);
    if (block) return block;
  }
  return undefined;
};

/** Code between fences, or to the end of the text when the fence is not closed. */
const fenced: Reader = (lines, at) => {
  if (!FENCE.test(lines[at] ?? '')) return undefined;
  const end = endOfRun(lines, at + 1, (line) => !/^ {0,3}```\s*$/.test(line));
  return {
    markup: html`<pre dir="auto"><code>${lines.slice(at + 1, end).join('\n')}</code></pre>`,
    end: end + 1,
  };
};

const quotation: Reader = (lines, at, quoted) => {
  const end = endOfRun(lines, at, (line) => QUOTED.test(line));
  if (end === at || quoted === QUOTED_MAX) return undefined;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTED, ''));
  return { markup: html`<blockquote>${blocks(inner, quoted + 1)}</blockquote>`, end };
};

const bullets: Reader = (lines, at) => {
  const { items, end } = itemsFrom(lines, at, (line) => BULLET.exec(line)?.[0]);
  return items.length === 0 ? undefined : { markup: html`<ul>${items}</ul>`, end };
};

/** Numbers that follow one another; a sentence that begins with a year is no list. */
const numbers: Reader = (lines, at) => {
  const follows = (line: string, nth: number) => {
    const [marker, number] = NUMBER.exec(line) ?? [];
    return Number(number) === nth + 1 ? marker : undefined;
  };
  const { items, end } = itemsFrom(lines, at, follows);
  return items.length === 0 ? undefined : { markup: html`<ol>${items}</ol>`, end };
};

const paragraph: Reader = (lines, at, quoted) => {
  const end = endOfRun(lines, at, (line, nth) => isPlain(line) && (nth === at || !beginsBlock(line, quoted)));
  return end === at ? undefined : { markup: html`<p dir="auto">${broken(lines.slice(at, end))}</p>`, end };
};

const readers: readonly Reader[] = [fenced, quotation, bullets, numbers, paragraph];

const isPlain = (line: string): boolean => line.trim() !== '';
const beginsBlock = (line: string, quoted: number): boolean =>
  FENCE.test(line) ||
  BULLET.test(line) ||
  NUMBER.exec(line)?.[1] === '1' ||
  (quoted < QUOTED_MAX && QUOTED.test(line));

/** The items of a list, one a line, each with the indented lines that go on with it, and blank lines between them. @param markerOf what an item's line begins with */
const itemsFrom = (
  lines: readonly string[],
  start: number,
  markerOf: (line: string, nth: number) => string | undefined,
) => {
  const items: Html[] = [];
  let at = start;
  let end = start;
  for (;;) {
    const marker = markerOf(lines[at] ?? '', items.length);
    if (marker === undefined) return { items, end };
    end = endOfRun(lines, at + 1, (line) => CONTINUED.test(line) && !BULLET.test(line));
    const [first = '', ...more] = lines.slice(at, end);
    items.push(
      html`<li dir="auto">${broken([first.slice(marker.length), ...more.map((line) => line.trimStart())])}</li>`,
    );
    at = endOfRun(lines, end, (line) => !isPlain(line));
  }
};

/** The first line from `start` on that is not of a kind. */
const endOfRun = (
  lines: readonly string[],
  start: number,
  isOne: (line: string, at: number) => boolean,
): number => {
  let at = start;
  while (at < lines.length && isOne(lines[at] ?? '', at)) at += 1;
  return at;
};

const broken = (lines: readonly string[]): readonly Html[] =>
  lines.map((line, at) => html`${at > 0 && html`<br>`}${markedLine(line)}`);
