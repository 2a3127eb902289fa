import type { MiddlewareObj } from '@middy/core';
import type { Verdict } from '../../comment/verdict.ts';
import { checks } from '../../screening/checks/index.ts';
import { type Stopwatch, screen } from '../../screening/screen.ts';
import type { Reply } from '../http.ts';
import type { WithEvidence } from './gather-evidence.ts';

/** What `screenDraft` adds; what came in before keeps its verdict. */
export type Screened = WithEvidence & { verdict: Verdict };

/** Runs every check. @throws {Refusal} of the first check that refuses. */
export const screenDraft = ({
  stopwatch,
}: {
  readonly stopwatch: Stopwatch;
}): MiddlewareObj<Screened, Reply> => ({
  before: ({ event }) => {
    event.verdict = event.known?.verdict ?? screen(checks, event.evidence, stopwatch);
  },
});
