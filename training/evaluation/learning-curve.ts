import { percent, table } from '../../tools/report/markdown.ts';
import { splitKey } from '../examples/example.ts';
import { caughtAt } from '../figures.ts';
import { randomFrom, shuffled } from '../random.ts';
import { type Bench, modelOf, scored } from './bench.ts';
import { unseenSites } from './blogs.ts';

const SHARES = [0.05, 0.1, 0.25, 0.5, 1];

/** How results improve with more training data. Groups are drawn at random and kept whole. */
export const learningCurve = (bench: Bench) => {
  const samples = bench.training();
  const groups = shuffled(randomFrom(bench.seed), [...Map.groupBy(samples, splitKey).values()]);
  const { all } = unseenSites(bench);
  const points = SHARES.map((share) => {
    bench.tell(`learning from ${percent(share, 0)}`);
    const some = groups.slice(0, Math.ceil(share * groups.length)).flat();
    return [share, caughtAt(scored(modelOf(some, bench), all), 0.005)] as const;
  });
  return {
    points,
    markdown: table(
      ['learned from', 'caught at 0.5 %'],
      points.map(([share, caught]) => [percent(share, 0), percent(caught)]),
    ),
  };
};
