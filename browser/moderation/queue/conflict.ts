import type { Desk } from '../desk.ts';
import type { Problem } from '../wire.ts';

/**
 * What happened to a comment that somebody else changed first: `Léa l’a déjà refusé à 12:03.`
 * @param isStill whether it waits as before, to be read again
 */
export const conflictSentence = (
  desk: Desk,
  problem: Problem | undefined,
  isStill = problem?.current?.status === 'pending',
): string => {
  const { conflict } = desk.words.value.queue;
  if (!problem) return conflict.decided;
  const { current, code, detail } = problem;
  if (isStill) return conflict.changed;
  if (current) return standingSentence(desk, current);
  if (code === 'comment-not-found') return desk.words.value.frame.notFound;
  if (code === 'changed-meanwhile') return conflict.changed;
  return code === 'already-decided' ? conflict.decided : detail;
};

/** Authors decide nothing: what they edit is screened again. Nor do readers: what they report waits. */
const standingSentence = (
  { words, times, now }: Desk,
  { status, by, at }: NonNullable<Problem['current']>,
): string => {
  const { conflict, statuses } = words.value.queue;
  const when = times.value.when(at, now.value);
  if (by === 'reports') return conflict.reported(when);
  return by === 'author' && status !== 'withdrawn'
    ? conflict.edited(statuses[status])
    : conflict[status](by ?? conflict.somebody, when);
};
