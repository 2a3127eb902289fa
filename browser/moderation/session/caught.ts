import { SELECTION_MAX } from '../list/tick-all.ts';
import type { DecisionRequest, Me } from '../wire.ts';
import { forget, keep, recall } from './tab.ts';

/** Decisions that an expired sign-in caught, kept over the redirect to the issuer: ids, what was decided, why, and the word to the author. */
const CAUGHT = 'palabre-caught';
/** Whose decisions: a member of one site. */
type Decider = { readonly site: string; readonly member: string };
export type Caught = {
  /** `SELECTION_MAX` at most. */
  readonly decisions: readonly DecisionRequest[];
  /** How many more there was no room for, here or in the tab: nobody made them. */
  readonly lost: number;
};

export const deciderOf = ({ site, member }: Me): Decider => ({ site: site.id, member: member.id });

export const keepCaught = (by: Decider, decisions: readonly DecisionRequest[]): void => {
  const before = peekCaught(by);
  const known = new Set(before.decisions.map(keyOf));
  const all = [...before.decisions, ...decisions.filter((one) => !known.has(keyOf(one)))];
  const upTo = (count: number) =>
    keep(CAUGHT, { ...by, decisions: all.slice(0, count), lost: before.lost + all.length - count });
  if (!upTo(Math.min(all.length, SELECTION_MAX))) upTo(before.decisions.length);
};

/** What is to be repeated, which is then forgotten; what somebody else decided, who signed in here before, is never made in this name. */
export const takeCaught = (by: Decider): Caught => {
  const caught = peekCaught(by);
  dropCaught();
  return caught;
};

/** Forgets decisions that were made, or refused for good. */
export const letGo = (by: Decider, decisions: readonly DecisionRequest[]): void => {
  const { lost, ...before } = peekCaught(by);
  const done = new Set(decisions.map(keyOf));
  keep(CAUGHT, { ...by, decisions: before.decisions.filter((one) => !done.has(keyOf(one))), lost });
};

const keyOf = ({ comment, version, decision }: DecisionRequest): string =>
  `${comment} ${version} ${decision}`;

/** Who signs out means to leave nothing behind. */
export const dropCaught = (): void => forget(CAUGHT);

const peekCaught = ({ site, member }: Decider): Caught => {
  const caught = recall<Decider & Caught>(CAUGHT);
  const isOwn = caught?.site === site && caught.member === member;
  return isOwn ? { decisions: caught.decisions, lost: caught.lost } : { decisions: [], lost: 0 };
};
