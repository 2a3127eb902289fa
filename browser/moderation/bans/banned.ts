import type { Desk } from '../desk.ts';
import { sayFailure } from '../shell/failure.ts';
import type { Ban } from '../wire.ts';

/** Lifts a ban or a permission, and says so. */
export const lift = async (desk: Desk, ban: Ban, onLifted: () => void): Promise<void> => {
  const answer = await desk.calls.liftBan(ban.id);
  if (!answer.isOk) return sayFailure(desk, answer);
  desk.toasts.show({ text: desk.words.value.bans.lifted[ban.effect], tone: 'done' });
  onLifted();
};

/** Says that somebody is banned or allowed by now, and offers to lift it. */
export const sayBanned = (desk: Desk, ban: Ban, onLifted = () => {}): void => {
  const { add, lift: label } = desk.words.value.bans;
  const act = { label, run: () => void lift(desk, ban, onLifted) };
  desk.toasts.show({ text: add.done[ban.effect], tone: 'done', act });
};
