import type { DecisionRequest } from '../calls/comment-calls.ts';

/** Decisions that an expired sign-in caught, kept over the redirect to the issuer: ids and what was decided, no text and no token. */
const CAUGHT = 'palabre-caught';
/** Of one request. */
const CAUGHT_MAX = 100;

export type Caught = { readonly site: string; readonly decisions: readonly DecisionRequest[] };

export const keepCaught = ({ site, decisions }: Caught): void => {
  const all = [...(peekCaught(site) ?? []), ...decisions].slice(-CAUGHT_MAX);
  sessionStorage.setItem(CAUGHT, JSON.stringify({ site, decisions: all }));
};

/** The decisions to repeat on this site, which are then forgotten. */
export const takeCaught = (site: string): readonly DecisionRequest[] => {
  const decisions = peekCaught(site) ?? [];
  sessionStorage.removeItem(CAUGHT);
  return decisions;
};

const peekCaught = (site: string): readonly DecisionRequest[] | undefined => {
  const kept = sessionStorage.getItem(CAUGHT);
  if (kept === null) return undefined;
  const caught: Caught = JSON.parse(kept);
  return caught.site === site ? caught.decisions : undefined;
};
