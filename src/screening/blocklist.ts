import type { Blocklist } from '../comment/policy.ts';
import type { Trace } from '../comment/verdict.ts';
import type { Check, Evidence } from './check.ts';
import { TRACES_MAX } from './screen.ts';

/** What a list's entry, the `nth`, finds in a draft. An entry that makes no sense finds nothing and never throws. */
export type Match = (entry: string, nth: number) => Trace | undefined;

/** How one kind of list is looked for. */
export type Lookup<List> = {
  /** Makes a list ready; done once for as long as its policy is in use. */
  readonly compile: (entries: readonly string[]) => List;
  /** Reads a draft, once for all lists. */
  readonly prepare: (evidence: Pick<Evidence, 'draft' | 'address' | 'bans'>) => (list: List) => Match;
};

/** Holds a draft against one kind of a policy's lists, unless it is allowed: a match of `blocked` is spam, one of `suspect` is held. */
export const onList = <List>(kind: keyof Blocklist, { compile, prepare }: Lookup<List>): Check['run'] => {
  const compiled = oncePerList(compile);
  return (evidence) => {
    const { blocked, suspect } = evidence.policy;
    if (blocked[kind].length + suspect[kind].length === 0 || evidence.bans?.isAllowed) return undefined;

    const match = prepare(evidence);
    const certain = tracesOf(blocked[kind], match(compiled(blocked[kind])));
    if (certain.length > 0) return { outcome: 'spam', score: 1, traces: certain };

    const doubtful = tracesOf(suspect[kind], match(compiled(suspect[kind])));
    return doubtful.length > 0 ? { outcome: 'hold', score: 0.5, traces: doubtful } : undefined;
  };
};

/** A policy's lists never change in place, and a function keeps a site's policy for a while: what was made of a list goes with it. */
export const oncePerList = <List>(compile: Lookup<List>['compile']): Lookup<List>['compile'] => {
  const known = new WeakMap<readonly string[], List>();
  return (entries) => {
    const list = known.get(entries) ?? compile(entries);
    known.set(entries, list);
    return list;
  };
};

const tracesOf = (entries: readonly string[], match: Match): readonly Trace[] => {
  const traces: Trace[] = [];
  for (const [nth, entry] of entries.entries()) {
    const trace = match(entry, nth);
    if (trace) traces.push(trace);
    if (traces.length === TRACES_MAX) break;
  }
  return traces;
};
