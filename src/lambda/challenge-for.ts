import { surgeOn, surgesInForce } from '../comment/abuse/surge.ts';
import { policyFor } from '../comment/policies/policy-for.ts';
import { isProofAsked } from '../comment/policies/proof-rules.ts';
import type { Site } from '../comment/site.ts';
import type { ReadSurges } from '../storage/surge-store.ts';
import { type Challenge, newChallenge } from '../tokens/challenge.ts';
import type { Secrets } from '../tokens/secrets.ts';

type Deps = {
  readonly now: () => number;
  readonly newNonce: () => string;
  readonly secrets: () => Promise<Secrets>;
  readonly store: ReadSurges;
};

/** The work that an article's next comment has to bring; undefined where none is asked for. Surges are read only where the policy asks in them. */
export const challengeFor = async (
  { now, newNonce, secrets, store }: Deps,
  { id: site, policy }: Site,
  article: string,
): Promise<Challenge | undefined> => {
  const { proof } = policyFor(policy, article);
  const isSurging = async () =>
    surgeOn(surgesInForce(await store.readSurges(site), policy.surge, now()), article) !== undefined;
  if (!isProofAsked(proof, proof.when === 'surge' && (await isSurging()))) return undefined;
  const task = { nonce: newNonce(), difficulty: proof.difficulty, now: now() };
  return newChallenge(await secrets(), { site, article }, task);
};
