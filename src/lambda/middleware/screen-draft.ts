import type { Verdict } from '../../comment/verdict.ts';
import { checks } from '../../screening/checks/index.ts';
import { type MonotonicNow, screen } from '../../screening/screen.ts';
import type { Layer } from '../chain.ts';
import type { WithEvidence } from './gather-evidence.ts';

export type Screened = { readonly verdict: Verdict };

/** Runs every check; what came in before keeps its verdict. @throws {Refusal} of the first check that refuses. */
export const screenDraft =
  ({ stopwatch }: { readonly stopwatch: MonotonicNow }): Layer<WithEvidence, Screened> =>
  ({ prepared }) => ({
    verdict: prepared.known ? prepared.known.verdict : screen(checks, prepared.evidence, stopwatch),
  });
