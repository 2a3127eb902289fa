import { percent, table } from '../../tools/report/markdown.ts';
import { caughtAt } from '../figures.ts';
import { type Bench, modelOf, scored } from './bench.ts';
import { unseenSites } from './blogs.ts';

/** Seeds tried for single fits, and for the mean of several beside the shipped one. */
const TRIED = [
  { name: 'one fit', fits: 1, seeds: [11, 12, 13] },
  { name: 'the mean of six, the shipped one of three draws among them', fits: 6, seeds: [21] },
];

/** How much the order of the training examples changes the figures of unseen sites. */
export const seeds = (bench: Bench): string => {
  const { all } = unseenSites(bench);
  return table(
    ['learned by', 'seeds', 'caught at 0.5 %', 'at 0.1 %'],
    TRIED.map(({ name, fits, seeds: tried }) => {
      const own = tried.map((seed) => {
        bench.tell(`${name}, seed ${seed}`);
        return scored(modelOf(bench.training(), { ...bench, seed }, fits), all);
      });
      const judged = fits > 1 ? [scored(bench.shipped, all), ...own] : own;
      const spread = (share: number) => {
        const found = judged.map((one) => caughtAt(one, share));
        return `${percent(Math.min(...found))} to ${percent(Math.max(...found))}`;
      };
      return [name, judged.length, spread(0.005), spread(0.001)];
    }),
  );
};
