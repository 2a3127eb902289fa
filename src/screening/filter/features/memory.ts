import { finalise, fnv1a } from '../../text/hash.ts';
import { gramFamilies, TEXT_SEED } from './families.ts';
import { gramsOf } from './grams.ts';
import { newRegister, type Register } from './register.ts';
import { type Numbers, newTally, type Tally } from './tally.ts';

/** One family's features in one comment; `unit` is the value of a feature that occurs once. */
export type Bag = { readonly family: string; readonly unit: number; readonly tally: Tally };

/** What is worked out once for a comment and all its passages, which share most words. */
export type Memory = {
  readonly register: Register;
  readonly tally: (lists: readonly Numbers[]) => Tally;
  readonly wordOf: (text: string) => Word;
};

/** A word of the text, with the numbers of itself and of its n-grams. */
export type Word = {
  readonly text: string;
  readonly number: number;
  readonly grams: Numbers;
  /** State of the hash behind the word and a space, which a bigram's continues. */
  readonly state: number;
};

export const newMemory = (): Memory => {
  const register = newRegister();
  const words = new Map<string, Word>();
  const wordOf = (text: string): Word => {
    const known = words.get(text);
    if (known) return known;
    const word = numbered(text, register);
    words.set(text, word);
    return word;
  };
  return { register, tally: newTally(() => register.hashes().length), wordOf };
};

const numbered = (text: string, { numberOf }: Register): Word => {
  const state = fnv1a(TEXT_SEED, text, 0, text.length);
  return {
    text,
    number: numberOf(finalise(state)),
    grams: gramsOf(text, gramFamilies.text, numberOf),
    state: fnv1a(state, ' ', 0, 1),
  };
};
