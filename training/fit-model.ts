import { type Linear, logOdds } from '../src/screening/filter/model/model.ts';
import { calibrated, fitOdds, type Odds } from './calibrate.ts';
import { lessonOf } from './examples/assemble.ts';
import { type Example, splitKey } from './examples/example.ts';
import type { Scored } from './figures.ts';
import { learn, type Settings } from './learn.ts';
import type { Lesson } from './learner.ts';
import { quantise } from './quantise.ts';
import { partOf } from './random.ts';

/** One group in this many is kept back for calibration. */
const KEPT_BACK = 5;

/**
 * Correction of log-odds for sites that nothing was learned from: they are worth less there, and honest
 * comments raise suspicion more often. Fitted on the development sites with both classes weighing the same.
 */
export const AFIELD: Odds = { slope: 0.43, offset: -2 };

export type Fitted = {
  readonly model: Linear;
  /** The kept-back examples with their scores by the calibrating model. */
  readonly keptBack: readonly (Scored & { readonly set: string })[];
};

/** Learns twice: without a fifth of the groups, on which the model is then calibrated, and from everything. */
export const fitModel = (examples: readonly Example[], given: Partial<Settings> = {}): Fitted => {
  const tell = given.tell ?? (() => {});
  tell(`reading ${examples.length} comments`);
  const lessons = examples.map(lessonOf);
  const isBack = examples.map((example) => partOf(splitKey(example), KEPT_BACK) === 0);

  tell('learning from four fifths, to calibrate');
  const part = quantise(
    learn(
      lessons.filter((_, nth) => !isBack[nth]),
      given,
    ),
  );
  const back = lessons.filter((_, nth) => isBack[nth]);
  const odds = fitOdds(back.map((lesson) => sampleOf(part, lesson)));

  tell(`slope ${odds.slope.toFixed(3)}, offset ${odds.offset.toFixed(3)}; learning from everything`);
  const model = calibrated(calibrated(quantise(learn(lessons, given)), odds), AFIELD);
  const judge = calibrated(calibrated(part, odds), AFIELD);
  const sets = examples.filter((_, nth) => isBack[nth]).map(({ set }) => set);
  const keptBack = back.map(({ vector, isSpam }, nth) => ({
    ...{ score: logOdds(judge, vector), isSpam },
    set: sets[nth] ?? '',
  }));
  return { model, keptBack };
};

const sampleOf = (model: Linear, { vector, isSpam, weight }: Lesson) => ({
  sum: logOdds(model, vector),
  ...{ isSpam, weight },
});
