import type { Reading } from '../../reading/reading.ts';
import { isLetter, usualScript } from '../../reading/shape.ts';
import { gibberishIn } from '../gibberish.ts';
import { type Flag, step, stepIfAny } from './flag.ts';

/** Letters from which shares of letters mean anything. */
const LETTERS_MIN = 6;

const share = (part: number, whole: number): number => part / (whole + 1);

const dominantScript = ({ shape: { scripts } }: Reading): number => scripts.indexOf(Math.max(...scripts));

/** What the text looks like from afar. */
export const shapeFlags: readonly Flag[] = [
  { name: 'length', look: ({ plain }) => step(plain.length, [1, 12, 30, 60, 120, 250, 500, 1_000, 2_000]) },
  {
    name: 'capitals',
    look: ({ shape }) =>
      shape.letters > 8 ? step(shape.capitals / shape.letters, [0.02, 0.08, 0.2, 0.5]) : undefined,
  },
  { name: 'digits', look: ({ shape }) => step(share(shape.digits, shape.length), [0.005, 0.03, 0.1, 0.3]) },
  { name: 'exclamations', look: ({ shape }) => step(shape.exclamations, [1, 3, 6]) },
  { name: 'pictures', look: ({ shape }) => step(shape.pictures, [1, 3, 8]) },
  { name: 'no-letters', look: ({ shape }) => shape.letters === 0 },
  { name: 'one-word', look: ({ words, plain }) => words.length === 1 && plain.length > 5 },
  { name: 'lower-case', look: ({ shape }) => shape.letters > 20 && shape.capitals === 0 },
  {
    name: 'unended',
    look: ({ plain }) => plain.length > 30 && (/\d$/.test(plain) || isLetter(plain.at(-1) ?? '')),
  },
  {
    name: 'foreign-script',
    look: (reading) => {
      const usual = usualScript(reading.input.language);
      const script = dominantScript(reading);
      if (usual === undefined || reading.shape.letters < LETTERS_MIN || script === usual) return undefined;
      return (reading.shape.scripts[script] ?? 0) > 0.6 * reading.shape.letters;
    },
  },
  {
    name: 'mixed-scripts',
    look: ({ shape: { letters, scripts } }) =>
      letters >= LETTERS_MIN && scripts.filter((count) => count > 0.1 * letters).length > 1,
  },
  {
    name: 'gibberish',
    look: ({ plain }) => {
      const { words, odd } = gibberishIn(plain);
      return words > 0 && odd > 0.5 * words ? 'mostly' : odd > 1 && 'some';
    },
  },
  { name: 'code', look: ({ codeLines }) => stepIfAny(codeLines, [1, 4]) },
];

/** Means of hiding what the text says. */
export const trickFlags: readonly Flag[] = [
  { name: 'invisible', look: ({ tricks }) => stepIfAny(tricks.invisible, [1, 4]) },
  { name: 'fancy', look: ({ tricks }) => stepIfAny(tricks.fancy, [1, 4]) },
  { name: 'marks', look: ({ tricks }) => tricks.marks > 0 },
  { name: 'masked', look: ({ tricks }) => stepIfAny(tricks.masked, [1, 3]) },
  { name: 'spaced', look: ({ tricks }) => tricks.spaced > 0 },
  { name: 'split', look: ({ tricks }) => stepIfAny(tricks.split, [1, 3]) },
  { name: 'doubled', look: ({ tricks }) => tricks.doubled > 0 },
  { name: 'leet', look: ({ tricks }) => stepIfAny(tricks.leet, [1, 3]) },
];
