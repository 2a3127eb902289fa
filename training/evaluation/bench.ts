import { defaultPolicy } from '../../src/comment/policy.ts';
import type { Vector } from '../../src/screening/filter/features/vector.ts';
import { type Band, bandOf, outcomeOf } from '../../src/screening/filter/judge.ts';
import { type Linear, logOdds, type Model } from '../../src/screening/filter/model/model.ts';
import { passageVectors } from '../../src/screening/filter/model/score-comment.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { read } from '../../src/screening/filter/reading/reading.ts';
import { calibrated } from '../calibrate.ts';
import { assemble, lessonOf } from '../examples/assemble.ts';
import type { Example } from '../examples/example.ts';
import { readSet } from '../examples/read-data.ts';
import { isSetAside } from '../examples/set-aside.ts';
import type { Scored } from '../figures.ts';
import { AFIELD } from '../fit-model.ts';
import { learn } from '../learn.ts';
import type { Lesson } from '../learner.ts';
import { quantise } from '../quantise.ts';
import { readWordVectors, type WordVectors } from '../word-vectors/word-vectors.ts';

/** An example with its features, read once for all tables. */
export type Sample = Example & {
  readonly lesson: Lesson;
  /** The passages' features, read on first use. */
  readonly stretches: () => readonly Vector[];
};

/** What every table needs. */
export type Bench = {
  readonly directory: string;
  readonly seed: number;
  readonly shipped: Model;
  readonly set: (name: string) => readonly Sample[];
  /** The examples that the shipped weights were learned from. */
  readonly training: () => readonly Sample[];
  /** What is known of words, read on first use. */
  readonly words: () => WordVectors;
  readonly tell: (step: string) => void;
};

/** Reads an example's features. */
export const sampleOf = (example: Example): Sample => {
  let stretches: readonly Vector[] | undefined;
  const known = () => {
    stretches ??= passageVectors(example.input);
    return stretches;
  };
  return { ...example, lesson: lessonOf(example), stretches: known };
};

export const benchOf = (directory: string, seed: number, tell: (step: string) => void): Bench => {
  const sets = new Map<string, readonly Sample[]>();
  const set = (name: string) => {
    const known =
      sets.get(name) ??
      readSet(directory, name)
        .filter((example) => example.isSpam || !isSetAside(example))
        .map(sampleOf);
    sets.set(name, known);
    return known;
  };
  let training: readonly Sample[] | undefined;
  const all = () => {
    training ??= assemble(directory, seed).map(sampleOf);
    return training;
  };
  let vectors: WordVectors | undefined;
  const words = () => {
    vectors ??= readWordVectors(tell);
    return vectors;
  };
  return { directory, seed, shipped: shippedModel(), set, training: all, words, tell };
};

/** Fits per model that a table learns for itself. The shipped model has more, and is better for it. */
const FITS = 1;

/** What a model is learned with. */
type Taught = Pick<Bench, 'seed' | 'words'>;

/** A model learned from samples and rounded like the shipped one, but not calibrated. */
export const modelOf = (samples: readonly Sample[], { seed, words }: Taught, fits = FITS): Linear =>
  quantise(
    learn(
      samples.map(({ lesson }) => lesson),
      { seed, words: words(), fits },
    ),
  );

/** The same with the shipped weights' correction for unknown sites, so that thresholds mean the same. */
export const afieldModelOf = (samples: readonly Sample[], taught: Taught): Linear =>
  calibrated(modelOf(samples, taught), AFIELD);

/** A judged sample. `score` is its worst passage's, which can have it held; `whole` decides whether it is spam. */
export type Judged = Scored & { readonly whole: number; readonly sample: Sample };

/** A model's scores of samples. */
export const scored = (model: Linear, samples: readonly Sample[]): readonly Judged[] =>
  samples.map((sample) => {
    const whole = logOdds(model, sample.lesson.vector);
    const parts = sample.stretches().map((vector) => logOdds(model, vector));
    return { score: Math.max(whole, ...parts), whole, isSpam: sample.isSpam, sample };
  });

/** The default policy's thresholds for a sample, on a site in French or, for any other language, in English. */
export const bandFor = ({ shipped }: Pick<Bench, 'shipped'>, { input, language }: Example): Band =>
  bandOf(shipped, defaultPolicy.learnedFilter, read(input), language === 'fr' ? 'fr' : 'en');

/** The default policy's outcome for a score, for an unknown author. */
export const outcomeFor = (
  bench: Pick<Bench, 'shipped'>,
  { score, whole, sample }: Pick<Judged, 'score' | 'whole' | 'sample'>,
) => outcomeOf({ hold: score, spam: whole }, bandFor(bench, sample), { proven: false, approved: 0 });
