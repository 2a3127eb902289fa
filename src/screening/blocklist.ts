import type { Blocklist } from '../comment/policy.ts';
import type { Trace } from '../comment/verdict.ts';
import type { Check, Evidence } from './check.ts';
import { TRACES_MAX } from './screen.ts';

/** What a list's entry finds in a draft. An entry that makes no sense finds nothing and never throws. */
export type Match = (entry: string) => Trace | undefined;

/** Holds a draft against one kind of a policy's lists: a match of `blocked` is spam, one of `suspect` is held. */
export const onList =
  (kind: keyof Blocklist, prepare: (evidence: Evidence) => Match): Check['look'] =>
  (evidence) => {
    const { blocked, suspect } = evidence.policy;
    if (blocked[kind].length + suspect[kind].length === 0) return undefined;

    const match = prepare(evidence);
    const certain = tracesOf(blocked[kind], match);
    if (certain.length > 0) return { outcome: 'spam', score: 1, traces: certain };

    const doubtful = tracesOf(suspect[kind], match);
    return doubtful.length > 0 ? { outcome: 'hold', score: 0.5, traces: doubtful } : undefined;
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
