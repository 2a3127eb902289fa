import type { Desk } from '../desk.ts';
import type { Problem } from '../wire.ts';

/** What happened to a comment that somebody else decided first: `Léa l’a déjà refusé à 12:03.` */
export const conflictSentence = ({ words, times }: Desk, problem: Problem | undefined): string => {
  const { conflict } = words.value.queue;
  if (!problem) return conflict.decided;
  const { current, code, detail } = problem;
  if (current) return conflict[current.status](nameOf(current.by, conflict), times.value.clock(current.at));
  if (code === 'comment-not-found') return words.value.frame.notFound;
  if (code === 'changed-meanwhile') return conflict.changed;
  return code === 'already-decided' ? conflict.decided : detail;
};

/** The trail names no author: the comment does. */
const nameOf = (by: string | null, said: { readonly author: string; readonly somebody: string }): string =>
  by === 'author' ? said.author : (by ?? said.somebody);
