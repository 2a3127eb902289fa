import { findLinks } from '../../screening/text/links.ts';
import { keptUnicode } from '../../screening/text/unicode.ts';
import { bindSpaces } from '../bind-spaces.ts';
import { type Html, html } from '../html.ts';
import { turnsDirection } from './isolated.ts';
import { anchor, type WebLink, webLinks } from './linked-line.ts';

/**
 * Marks vanish only beside one of these, so that no two letters come together that checks saw apart. A sign that checks read as a letter,
 * such as `ⓢ` or `$`, is none.
 */
const EDGE = String.raw`[[\s\p{P}[\p{S}--\p{Changes_When_NFKC_Casefolded}]]--[*_\x60@$€£]]`;
const AFTER_EDGE = `(?<=^|${EDGE})`;
const BEFORE_EDGE = `(?=$|${EDGE})`;

const CODE = keptUnicode(`${AFTER_EDGE}\`([^\`]+)\`${BEFORE_EDGE}`, 'gv');
/** A sign that is to mean nothing. */
const ESCAPED = /\\([*_`[>-])/g;
const RUN = /[*_]+/g;
const OPENS = keptUnicode(`${AFTER_EDGE}[*_]+(?=\\S)`, 'vy');
const CLOSES = keptUnicode(`(?<=\\S)[*_]+${BEFORE_EDGE}`, 'vy');
/** Longest label of a link, in UTF-16 units. */
const LABEL_MAX = 200;
/** How far before an address its label is looked for: brackets, three marks and the character before them included. */
const LABEL_SEEN = LABEL_MAX + '[](***.'.length;
/** Marks may stand between an edge and a label: a link may be emphasised as a whole. */
const LABEL = keptUnicode(`(?<=(?:^|${EDGE})[*_]{0,3})\\[([^\\[\\]]{1,${LABEL_MAX}})\\]\\($`, 'v');

/** What a label needs for readers to see where the link is. */
const VISIBLE = keptUnicode(String.raw`[\p{L}\p{N}\p{P}\p{S}]`, 'u');

type Part = Html | string;
type Stretch = { readonly at: number; readonly end: number };
/** A part of a line that is not plain text: finished markup, or a run of marks. */
type Cut = Stretch & { readonly made?: Html };
/** An opened mark with the markup behind it, until a mark closes it. */
type Open = { readonly mark: string; readonly parts: Part[] };

/** Elements for the text between two equal marks. */
const emphasised: Readonly<Record<number, (inner: readonly Part[]) => Html>> = {
  1: (inner) => html`<em>${inner}</em>`,
  2: (inner) => html`<strong>${inner}</strong>`,
  3: (inner) => html`<em><strong>${inner}</strong></em>`,
};

/** A line as markup, with emphasis, code and links. Marks without a counterpart stay as they were typed. */
export const markedLine = (line: string): Html => {
  const open: Open[] = [{ mark: '', parts: [] }];
  let from = 0;
  for (const cut of cutsOf(line)) {
    if (cut.at < from) continue;
    add(open, bindSpaces(line.slice(from, cut.at)));
    if (cut.made) add(open, cut.made);
    else readMarks(open, line, cut);
    from = cut.end;
  }
  add(open, bindSpaces(line.slice(from)));
  while (open.length > 1) spill(open);
  return html`${open[0]?.parts}`;
};

const add = (open: readonly Open[], part: Part): void => void open.at(-1)?.parts.push(part);

/** Turns the innermost open mark back into text, with what follows it. */
const spill = (open: Open[]): void => {
  const { mark, parts } = open.pop() ?? { mark: '', parts: [] };
  for (const part of [mark, ...parts]) add(open, part);
};

const readMarks = (open: Open[], line: string, { at, end }: Stretch): void => {
  const marks = line.slice(at, end).match(/\*+|_+/g) ?? [];
  const [opens, closes] = [isAt(OPENS(), line, at), isAt(CLOSES(), line, at)];
  for (const mark of marks) {
    const known = open.some((other) => other.mark === mark);
    const make = emphasised[mark.length];
    if (make && closes && known) close(open, mark, make);
    else if (make && opens && !known) open.push({ mark, parts: [] });
    else add(open, mark);
  }
};

const close = (open: Open[], mark: string, make: (inner: readonly Part[]) => Html): void => {
  while (open.at(-1)?.mark !== mark) spill(open);
  const { parts } = open.pop() ?? { parts: [] };
  add(open, make(parts));
};

const isAt = (pattern: RegExp, line: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(line);
};

/** In their order; of two that overlap, the first counts. */
const cutsOf = (line: string): readonly Cut[] => {
  const links = webLinks(line).map((link) => linkCut(line, link));
  const codes = found(line, CODE(), (code) => html`<code>${code}</code>`);
  const escaped = found(line, ESCAPED, (sign) => html`${sign}`);
  const runs = [...line.matchAll(RUN)].map(({ 0: { length }, index }) => ({
    at: index,
    end: index + length,
  }));
  return [...links, ...codes, ...escaped, ...runs].sort((one, other) => one.at - other.at);
};

const found = (line: string, pattern: RegExp, make: (inner: string) => Html): readonly Cut[] =>
  [...line.matchAll(pattern)].map(({ 0: whole, 1: inner = '', index }) => ({
    ...{ at: index, end: index + whole.length },
    made: make(inner),
  }));

/** A link, with its label where it has one. Where it leads stands beside the label, and no label names an address. */
const linkCut = (line: string, { at, address, url }: WebLink): Cut => {
  const end = at + address.length;
  const before = line[end] === ')' ? line.slice(Math.max(0, at - LABEL_SEEN), at) : '';
  const [whole = '', label = ''] = LABEL().exec(before) ?? [];
  if (!VISIBLE().test(label) || findLinks(label.normalize('NFKC')).length > 0)
    return { at, end, made: anchor(url, address) };
  // Set apart in a line that turns the direction of writing, so that it reads as it is.
  const host = turnsDirection(line) ? `\u2066${url.hostname}\u2069` : url.hostname;
  return { at: at - whole.length, end: end + 1, made: html`${anchor(url, label)} (${host})` };
};
