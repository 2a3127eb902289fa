import type { Reading } from '../../reading/reading.ts';
import { isLetter, usualScript } from '../../reading/shape.ts';
import { gibberishIn } from '../gibberish.ts';
import { type Flag, step, stepIfAny } from './flag.ts';

/** With fewer letters, shares of letters mean nothing. */
const LETTERS_MIN = 6;

const share = (part: number, whole: number): number => part / (whole + 1);

const dominantScript = ({ shape: { scripts } }: Reading): number => scripts.indexOf(Math.max(...scripts));

/** The text's form: length, case, punctuation, scripts. */
export const shapeFlags = [
  { name: 'length', detect: ({ plain }) => step(plain.length, [1, 12, 30, 60, 120, 250, 500, 1_000, 2_000]) },
  {
    name: 'capitals',
    detect: ({ shape }) =>
      shape.letters > 8 ? step(shape.capitals / shape.letters, [0.02, 0.08, 0.2, 0.5]) : undefined,
  },
  { name: 'digits', detect: ({ shape }) => step(share(shape.digits, shape.length), [0.005, 0.03, 0.1, 0.3]) },
  { name: 'exclamations', detect: ({ shape }) => step(shape.exclamations, [1, 3, 6]) },
  { name: 'pictures', detect: ({ shape }) => step(shape.pictures, [1, 3, 8]) },
  { name: 'no-letters', detect: ({ shape }) => shape.letters === 0 },
  { name: 'one-word', detect: ({ words, plain }) => words.length === 1 && plain.length > 5 },
  { name: 'lower-case', detect: ({ shape }) => shape.letters > 20 && shape.capitals === 0 },
  {
    name: 'unended',
    detect: ({ plain }) => plain.length > 30 && (/\d$/.test(plain) || isLetter(plain.at(-1) ?? '')),
  },
  {
    name: 'foreign-script',
    detect: (reading) => {
      const usual = usualScript(reading.input.language);
      const script = dominantScript(reading);
      if (usual === undefined || reading.shape.letters < LETTERS_MIN || script === usual) return undefined;
      return (reading.shape.scripts[script] ?? 0) > 0.6 * reading.shape.letters;
    },
  },
  {
    name: 'mixed-scripts',
    detect: ({ shape: { letters, scripts } }) =>
      letters >= LETTERS_MIN && scripts.filter((count) => count > 0.1 * letters).length > 1,
  },
  {
    name: 'gibberish',
    detect: ({ plain }) => {
      const { words, odd } = gibberishIn(plain);
      return words > 0 && odd > 0.5 * words ? 'mostly' : odd > 1 && 'some';
    },
  },
  { name: 'code', detect: ({ codeLines }) => stepIfAny(codeLines, [1, 4]) },
] as const satisfies readonly Flag[];

/** Ways of disguising words. */
export const trickFlags = [
  { name: 'invisible', detect: ({ tricks }) => stepIfAny(tricks.invisible, [1, 4]) },
  { name: 'fancy', detect: ({ tricks }) => stepIfAny(tricks.fancy, [1, 4]) },
  { name: 'marks', detect: ({ tricks }) => tricks.marks > 0 },
  { name: 'masked', detect: ({ tricks }) => stepIfAny(tricks.masked, [1, 3]) },
  { name: 'spaced', detect: ({ tricks }) => tricks.spaced > 0 },
  { name: 'split', detect: ({ tricks }) => stepIfAny(tricks.split, [1, 3]) },
  { name: 'doubled', detect: ({ tricks }) => tricks.doubled > 0 },
  { name: 'leet', detect: ({ tricks }) => stepIfAny(tricks.leet, [1, 3]) },
] as const satisfies readonly Flag[];
