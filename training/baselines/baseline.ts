import type { Bench, Sample } from '../evaluation/bench.ts';
import type { Scored } from '../figures.ts';
import { randomFrom, shuffled } from '../random.ts';

/** A comment as another program judges it: its score, higher for spam, and whether its own threshold blocks it. */
export type Told = Scored & { readonly blocked: boolean };

/** What another program made of the comments, with what it had learned before. */
export type Baseline = {
  /** With its version, and what of it ran. */
  readonly name: string;
  readonly learnedFrom: number | '-';
  /** In the order of the samples. */
  readonly told: readonly Told[];
};

/**
 * A program taught as its manual says, and asked for all samples; more than one where it has several thresholds.
 * @throws {Missing} when it is not on this machine.
 */
export type Contender = (bench: Bench, samples: readonly Sample[]) => Promise<Baseline>;

/** A program that is not there, and how it would be. */
export class Missing extends Error {}

/** So many training examples at most, drawn by the evaluation's seed, in an order of no meaning. */
export const lessonsFor = (bench: Bench, most: number): readonly Sample[] =>
  shuffled(randomFrom(bench.seed), bench.training()).slice(0, most);

/** Scores put beside the samples they are of; over the threshold is blocked. */
export const toldBy = (
  scores: readonly number[],
  samples: readonly Pick<Sample, 'isSpam'>[],
  blocks: (score: number) => boolean,
): readonly Told[] => {
  if (scores.length !== samples.length)
    throw new Error(`${scores.length} answers to ${samples.length} comments`);
  return samples.map(({ isSpam }, nth) => {
    const score = scores[nth] ?? 0;
    return { score, isSpam, blocked: blocks(score) };
  });
};
