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
    const traces = (['text', 'author'] as const).flatMap((field) =>
      turnsIn(draft[field]).map((term): Trace => ({ field, term })),
    );
    return traces.length === 0 ? undefined : { outcome: 'hold', score: 0.8, traces };
  },
};

/** What such controls do to a text, in words of the verdict; nothing where there are none. */
export const turnsIn = (text: string): readonly string[] => {
  if (/[\u202D\u202E]/.test(text)) return ['overrides the direction of writing'];
  return isBalanced(text) ? [] : ['leaves a direction of writing open'];
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

const isBalanced = (text: string): boolean => {
  const open: string[] = [];
  for (const [control] of text.matchAll(/[\u202A-\u202C\u2066-\u2069]/g)) {
    const closing = CLOSED_BY[control];
    if (closing !== undefined) open.push(closing);
    else if (open.pop() !== control) return false;
  }
  return open.length === 0;
};
