import { scoreOf } from '../../src/screening/filter/model/score-comment.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { writeWeights } from '../../src/screening/filter/model/weights-file.ts';
import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';
import { table } from '../../tools/report/markdown.ts';
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
  const worst = Math.max(...long().map((input) => leastOf(() => judge(input))));
  return table(
    ['', 'measured'],
    [
      ['file of weights', `${Math.round(writeWeights(bench.shipped).length / 1000)} kB`],
      ['loading them', `${leastOf(shippedModel).toFixed(1)} ms`],
      [`one of ${times.length} comments, median`, at(0.5)],
      ['99 of 100 take at most', at(0.99)],
      ['the slowest', at(1)],
      ['300 kB of one thing, the slowest thing', `${worst.toFixed(2)} ms`],
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

const long = (): readonly FilterInput[] =>
  ['a', 'é ', 'www.a.com ', '<a href=', '漢', '&#233;', '𝐁', 'x y '].map((piece) => ({
    text: piece.repeat(300_000 / piece.length),
    author: piece.repeat(100),
  }));
