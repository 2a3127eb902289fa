import type { NewBan } from '../calls/ban-calls.ts';
import type { Desk } from '../desk.ts';
import { sayFailure } from '../shell/failure.ts';
import type { Toast } from '../shell/toasts.ts';
import type { AddedBan, Ban } from '../wire.ts';

/** Lifts a ban or a permission, and says so. */
export const lift = async (desk: Desk, ban: Ban, onLifted: () => void): Promise<void> => {
  const answer = await desk.calls.liftBan(ban.id);
  if (!answer.isOk) return sayFailure(desk, answer);
  desk.toasts.show({ text: desk.words.value.bans.lifted[ban.effect], tone: 'done' });
  onLifted();
};

/** Bans or allows somebody. @returns what was answered, and what says so and offers to take it back */
export const banning = (desk: Desk, asked: NewBan, onChanged = () => {}) => ({
  answer: desk.calls.addBan(asked),
  say: (added: AddedBan) => desk.toasts.show(toastOf(desk, asked, added, onChanged)),
});

const toastOf = (desk: Desk, asked: NewBan, added: AddedBan, onChanged: () => void): Toast => {
  const { bans, queue } = desk.words.value;
  const { effect, replaced } = added;
  const done = bans.add.done[effect];
  if (replaced === null) {
    const act = { label: bans.lift, run: () => void lift(desk, added, onChanged) };
    return { text: done, tone: 'done', act };
  }
  const { until } = replaced;
  const ends = until === null ? bans.forGood : desk.times.value.exact(until);
  const text = `${done} ${bans.add.instead(bans.effects[replaced.effect], ends)}`;
  const act = { label: queue.actions.undo, run: () => void putBack(desk, asked, replaced, onChanged) };
  return { text, tone: 'done', act };
};

/** The earlier ban or permission of whom another one names, which took its place. */
const putBack = async (desk: Desk, asked: NewBan, before: Ban, onChanged: () => void): Promise<void> => {
  const { days: _, ...whom } = asked;
  const { effect, reason, until } = before;
  const answer = await desk.calls.addBan({ ...whom, effect, reason, ...(until === null ? {} : { until }) });
  if (!answer.isOk) return sayFailure(desk, answer);
  desk.toasts.show({ text: desk.words.value.queue.undone(1), tone: 'done' });
  onChanged();
};
