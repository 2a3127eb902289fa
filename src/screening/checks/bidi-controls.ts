import type { Trace } from '../../comment/verdict.ts';
import type { Check } from '../check.ts';

/**
 * Bidirectional controls that are never closed, or that override the direction of writing: a text with them is displayed
 * differently from how it was judged. Balanced ones, and the marks U+200E and U+200F, are ordinary in Arabic and Hebrew.
 */
export const bidiControls: Check<'bidi-controls'> = {
  name: 'bidi-controls',
  version: 1,
  run: ({ draft }) => {
    const traces = (['text', 'author'] as const).flatMap((field) => trace(field, draft[field]));
    return traces.length === 0 ? undefined : { outcome: 'hold', score: 0.8, traces };
  },
};

const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';
const CLOSED_BY: Readonly<Record<string, string>> = {
  '\u202A': POP_EMBEDDING,
  '\u202B': POP_EMBEDDING,
  '\u2066': POP_ISOLATE,
  '\u2067': POP_ISOLATE,
  '\u2068': POP_ISOLATE,
};

const trace = (field: string, text: string): readonly Trace[] => {
  if (/[\u202D\u202E]/.test(text)) return [{ field, term: 'overrides the direction of writing' }];
  return isBalanced(text) ? [] : [{ field, term: 'leaves a direction of writing open' }];
};

const isBalanced = (text: string): boolean => {
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u202A-\u202C\u2066-\u2069]/g)) {
    const closing = CLOSED_BY[control];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== control) return false;
  }
  return open.length === 0;
};
