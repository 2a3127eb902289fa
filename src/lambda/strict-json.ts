import { Refusal } from '../comment/refusal.ts';

const DEPTH_MAX = 20;
/** Names that mean something to JavaScript itself, and nothing to this API. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON in which every name stands once, none is forbidden, and nothing nests deeper than 20.
 * @throws {Refusal} `invalid-body`
 */
export const parseJson = (text: string): unknown => {
  checkNames(text);
  return parsed(text);
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // No cause: the parser's message quotes the body.
    throw new Refusal('invalid-body', 'The body is not valid JSON.');
  }
};

/** @throws {Refusal} `invalid-body` for a name a form or an object must not have. */
export const checkName = (name: string, seen: { has: (name: string) => boolean }) => {
  if (FORBIDDEN.has(name)) throw new Refusal('invalid-body', 'The body has a name that is never read.');
  if (seen.has(name)) throw new Refusal('invalid-body', 'The body has the same field twice.');
};

/**
 * Follows texts, brackets and colons only: what else is wrong, the parser says. A text without an end goes on to the
 * body's, so that nothing is looked at twice.
 */
const checkNames = (text: string) => {
  const open: Set<string>[] = [];
  let last = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.?)*"?|[{}[\]:]/gs)) {
    step[token]?.(open, last);
    if (open.length > DEPTH_MAX) throw new Refusal('invalid-body', 'The body is nested too deeply.');
    last = token;
  }
};

type Step = (open: Set<string>[], last: string) => void;
const enter: Step = (open) => open.push(new Set());
const leave: Step = (open) => open.pop();
const step: Readonly<Record<string, Step | undefined>> = Object.assign(Object.create(null), {
  '{': enter,
  '[': enter,
  '}': leave,
  ']': leave,
  ':': (open: Set<string>[], last: string) => note(last, open.at(-1)),
});

/** In JSON a colon follows a name and nothing else. */
const note = (token: string, names: Set<string> = new Set()) => {
  const name = String(parsed(token));
  checkName(name, names);
  names.add(name);
};
