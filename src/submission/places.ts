import { Refusal } from '../comment/refusal.ts';
import type { HistoryQuestion, Place, SubmissionHistory } from './history.ts';
import { questionOf } from './prepare-screening.ts';
import type { Submission } from './submission.ts';

type Taken = { readonly submission: Submission; readonly history: Taking };
type Taking = Pick<SubmissionHistory, 'places' | 'resent'>;
type GiveBack = {
  readonly giveBack: (question: HistoryQuestion, places: readonly Place[]) => Promise<void>;
};

/** Gives back what a submission took in its windows, if anything. */
export const giveBack = async (store: GiveBack, { submission, history }: Taken): Promise<void> => {
  const { places, resent } = history;
  await Promise.all([
    places.length > 0 && store.giveBack(questionOf(submission), places),
    resent?.giveBack(),
  ]);
};

/** Gives back what a replay took, but its key, which brings that comment again: only a refusal releases it. */
export const giveBackReplay = (store: GiveBack, { submission, history }: Taken): Promise<void> =>
  giveBack(store, {
    submission,
    history: { ...history, places: history.places.filter((place) => place !== 'key') },
  });

/** Judges a submission; one that is refused takes no place in any window and leaves its key free. */
export const orGiveBack = async <T>(store: GiveBack, taken: Taken, judge: () => T): Promise<T> => {
  try {
    return judge();
  } catch (error) {
    if (error instanceof Refusal) await giveBack(store, taken);
    throw error;
  }
};
