import { TEXT_MAX } from '../../src/comment/limits.ts';
import { scoreOf } from '../../src/screening/filter/model/score-comment.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { writeWeights } from '../../src/screening/filter/model/weights-file.ts';
import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';
import { table } from '../../tools/report/markdown.ts';
import { pick, randomFrom } from '../random.ts';
import type { Bench } from './bench.ts';
import { unseenSites } from './blogs.ts';

const WARM_UP = 3_000;
const TURNS = 21;
/** Times each comment this often and keeps the shortest time, which nothing interrupted. */
const TURNS_OF_ONE = 5;

/** Size of the weights, and times on the machine that runs this. */
export const speed = (bench: Bench): string => {
  const inputs = unseenSites(bench).all.map(({ input }) => input);
  const judge = (input: FilterInput) => scoreOf(bench.shipped, input);
  for (const input of inputs.slice(0, WARM_UP)) judge(input);
  const times = inputs.map((input) => leastOf(() => judge(input), TURNS_OF_ONE)).sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3)} ms`;
  const slowest = (texts: readonly FilterInput[]) =>
    Math.max(...texts.map((input) => leastOf(() => judge(input)))).toFixed(2);
  return table(
    ['', 'measured'],
    [
      ['file of weights', `${Math.round(writeWeights(bench.shipped).length / 1000)} kB`],
      ['loading them', `${leastOf(shippedModel).toFixed(1)} ms`],
      [`one of ${times.length} comments, median`, at(0.5)],
      ['99 of 100 take at most', at(0.99)],
      ['the slowest', at(1)],
      ['300 kB of one thing, the slowest thing', `${slowest(long())} ms`],
      ['300 kB of random letters, the slowest kind', `${slowest(mixed(bench.seed, LONG))} ms`],
      [
        'as many characters as a site accepts, random letters, the slowest kind',
        `${slowest(mixed(bench.seed, TEXT_MAX))} ms`,
      ],
    ],
  );
};

const timeOf = (task: () => unknown): number => {
  const start = performance.now();
  task();
  return performance.now() - start;
};

const leastOf = (task: () => unknown, turns = TURNS): number =>
  Math.min(...Array.from({ length: turns }, () => timeOf(task)));

const LONG = 300_000;

const long = (): readonly FilterInput[] =>
  ['a', 'é ', 'www.a.com ', '<a href=', '漢', '&#233;', '𝐁', 'x y '].map((piece) => ({
    text: piece.repeat(LONG / piece.length),
    author: piece.repeat(100),
  }));

/** First and last code points that letters are drawn from: the Basic Plane up to surrogates, many scripts, Latin, and marked letters. */
const RANGES: readonly (readonly (readonly [number, number])[])[] = [
  [[0x20, 0xd7ff]],
  [0x41, 0xc0, 0x391, 0x410, 0x5d0, 0x627, 0x915, 0xe01, 0x4e00, 0x300].map((first) => [first, first + 24]),
  [[0xa0, 0x24f]],
  [
    [0x61, 0x7a],
    [0xe0, 0xff],
    [0x20, 0x21],
  ],
  [[0x10000, 0x1ffff]],
];

const mixed = (seed: number, length: number): readonly FilterInput[] =>
  RANGES.map((ranges) => {
    const random = randomFrom(seed);
    const sign = () => {
      const [first, last] = pick(random, ranges);
      return String.fromCodePoint(first + Math.floor(random() * (last - first + 1)));
    };
    const text = Array.from({ length }, sign).join('');
    return { text, author: text.slice(0, 100) };
  });
