import type { Bench, Sample } from '../evaluation/bench.ts';
import type { Scored } from '../figures.ts';
import { randomFrom, shuffled } from '../random.ts';

/** Another program's judgement of a comment: its score, higher for spam, and whether its own threshold blocks it. */
export type Judgement = Scored & { readonly blocked: boolean };

/** Another program's judgements, and how many examples it had learned from. */
export type Baseline = {
  /** With its version and the parts of it that ran. */
  readonly name: string;
  readonly learnedFrom: number | '-';
  /** In the order of the samples. */
  readonly told: readonly Judgement[];
};

/**
 * Trains a program as its manual says and lets it judge all samples.
 * @throws {Missing} when it is not installed.
 */
export type Contender = (bench: Bench, samples: readonly Sample[]) => Promise<Baseline>;

/** A program is not installed; the message says how to install it. */
export class Missing extends Error {}

/** At most `most` training examples, drawn and shuffled by the evaluation's seed. */
export const lessonsFor = (bench: Bench, most: number): readonly Sample[] =>
  shuffled(randomFrom(bench.seed), bench.training()).slice(0, most);

/** Pairs scores with their samples; `blocks` applies the program's threshold. */
export const toldBy = (
  scores: readonly number[],
  samples: readonly Pick<Sample, 'isSpam'>[],
  blocks: (score: number) => boolean,
): readonly Judgement[] => {
  if (scores.length !== samples.length)
    throw new Error(`${scores.length} answers to ${samples.length} comments`);
  return samples.map(({ isSpam }, nth) => {
    const score = scores[nth] ?? 0;
    return { score, isSpam, blocked: blocks(score) };
  });
};
