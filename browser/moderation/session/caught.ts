import { SELECTION_MAX } from '../list/tick-all.ts';
import type { DecisionRequest, Me } from '../wire.ts';

/** Decisions that an expired sign-in caught, kept over the redirect to the issuer: ids, what was decided, why, and the word to the author. */
const CAUGHT = 'palabre-caught';
/** Whose decisions: a member of one site. */
type Decider = { readonly site: string; readonly member: string };
type Caught = Decider & { readonly decisions: readonly DecisionRequest[] };

export const deciderOf = ({ site, member }: Me): Decider => ({ site: site.id, member: member.id });

export const keepCaught = (by: Decider, decisions: readonly DecisionRequest[]): void => {
  const all = [...peekCaught(by), ...decisions].slice(-SELECTION_MAX);
  sessionStorage.setItem(CAUGHT, JSON.stringify({ ...by, decisions: all } satisfies Caught));
};

/** The decisions to repeat, which are then forgotten; those of somebody else, who signed in here before, are never made in this name. */
export const takeCaught = (by: Decider): readonly DecisionRequest[] => {
  const decisions = peekCaught(by);
  dropCaught();
  return decisions;
};

/** Who signs out means to leave nothing behind. */
export const dropCaught = (): void => sessionStorage.removeItem(CAUGHT);

const peekCaught = ({ site, member }: Decider): readonly DecisionRequest[] => {
  const kept = sessionStorage.getItem(CAUGHT);
  if (kept === null) return [];
  const caught: Caught = JSON.parse(kept);
  return caught.site === site && caught.member === member ? caught.decisions : [];
};
