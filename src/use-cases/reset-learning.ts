import { forgottenEvent } from '../moderation/setting-events.ts';
import type { Acting } from '../moderation/team-event.ts';
import type { ForgetSpamPages, ResetMemory } from '../storage/learning-store.ts';

type Deps = { readonly store: ResetMemory & ForgetSpamPages };

/** Has a site forget all that it learned from its moderators. */
export const resetLearning = async ({ store }: Deps, site: string, acting: Acting): Promise<void> => {
  await Promise.all([store.resetMemory(forgottenEvent(site, acting)), store.forgetSpamPages(site)]);
};
