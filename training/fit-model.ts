import { type Linear, logOdds } from '../src/screening/filter/model/model.ts';
import { calibrated, fitOdds, type Odds } from './calibrate.ts';
import { lessonOf } from './examples/assemble.ts';
import { type Example, splitKey } from './examples/example.ts';
import type { Scored } from './figures.ts';
import { learnFromDraws, type Settings } from './learn.ts';
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

/**
 * Learns twice: without a fifth of the groups, on which the model is then calibrated, and from everything. The draws are the
 * same sets with other generated texts; the first one calibrates.
 */
export const fitModel = (draws: readonly (readonly Example[])[], given: Partial<Settings> = {}): Fitted => {
  const tell = given.tell ?? (() => {});
  const read = draws.map((examples, nth) => {
    tell(`reading ${examples.length} comments, draw ${nth + 1} of ${draws.length}`);
    return examples.map((example) => ({
      lesson: lessonOf(example),
      set: example.set,
      isBack: isBack(example),
    }));
  });
  const learned = (isTaught: (one: { readonly isBack: boolean }) => boolean): Linear => {
    const lessons = read.map((draw) => draw.filter(isTaught).map(({ lesson }) => lesson));
    return quantise(learnFromDraws(lessons, given));
  };

  tell('learning from four fifths, to calibrate');
  const part = learned((one) => !one.isBack);
  const back = (read[0] ?? []).filter((one) => one.isBack);
  const odds = fitOdds(back.map(({ lesson }) => sampleOf(part, lesson)));

  tell(`slope ${odds.slope.toFixed(3)}, offset ${odds.offset.toFixed(3)}; learning from everything`);
  const whole = learned(() => true);
  const afield = (one: Linear): Linear => calibrated(calibrated(one, odds), AFIELD);
  const judge = afield(part);
  const keptBack = back.map(({ lesson: { vector, isSpam }, set }) => ({
    ...{ score: logOdds(judge, vector), isSpam },
    set,
  }));
  return { model: afield(whole), keptBack };
};

const isBack = (example: Example): boolean => partOf(splitKey(example), KEPT_BACK) === 0;

const sampleOf = (model: Linear, { vector, isSpam, weight }: Lesson) => ({
  sum: logOdds(model, vector),
  ...{ isSpam, weight },
});
