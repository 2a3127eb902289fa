import type { Verdict } from '../../comment/verdict.ts';
import { checks } from '../../screening/checks/index.ts';
import { type MonotonicNow, screen } from '../../screening/screen.ts';
import type { GiveBack } from '../../storage/comment-store.ts';
import { orGiveBack } from '../../submission/places.ts';
import type { Layer } from '../chain.ts';
import type { WithEvidence } from './gather-evidence.ts';

export type Screened = { readonly verdict: Verdict };
type Deps = { readonly monotonicNow: MonotonicNow; readonly store: GiveBack };

/** Runs every check; what came in before keeps its verdict. @throws {Refusal} of the first check that refuses. */
export const screenDraft =
  ({ monotonicNow, store }: Deps): Layer<WithEvidence, Screened> =>
  async ({ prepared }) => ({
    verdict: prepared.known
      ? prepared.known.verdict
      : await orGiveBack(store, prepared, () => screen(checks, prepared.evidence, monotonicNow)),
  });
