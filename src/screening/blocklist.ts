import type { Blocklist } from '../comment/policy.ts';
import type { Trace } from '../comment/verdict.ts';
import type { Check, Evidence } from './check.ts';
import { TRACES_MAX } from './screen.ts';

/** Looks for one entry of a list in the draft. A malformed entry finds nothing and never throws. */
export type Match = (entry: string) => Trace | undefined;

/** A check's `run` for one kind of the policy's lists: a match in `blocked` is spam, one in `suspect` holds the draft. */
export const onList =
  (kind: keyof Blocklist, prepare: (evidence: Evidence) => Match): Check['run'] =>
  (evidence) => {
    const { blocked, suspect } = evidence.policy;
    if (blocked[kind].length + suspect[kind].length === 0) return undefined;

    const match = prepare(evidence);
    const spam = tracesOf(blocked[kind], match);
    if (spam.length > 0) return { outcome: 'spam', score: 1, traces: spam };

    const suspicious = tracesOf(suspect[kind], match);
    return suspicious.length > 0 ? { outcome: 'hold', score: 0.5, traces: suspicious } : undefined;
  };

const tracesOf = (entries: readonly string[], match: Match): readonly Trace[] => {
  const traces: Trace[] = [];
  for (const entry of entries) {
    const trace = match(entry);
    if (trace) traces.push(trace);
    if (traces.length === TRACES_MAX) break;
  }
  return traces;
};
