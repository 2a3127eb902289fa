import { percent, table } from '../../tools/report/markdown.ts';
import { obfuscations } from '../examples/obfuscate.ts';
import { shareOver, thresholdAt } from '../figures.ts';
import { randomFrom } from '../random.ts';
import { type Bench, type Sample, sampleOf, scored } from './bench.ts';
import { unseenSites } from './blogs.ts';

/** The spam of unseen blogs in each disguise, at the threshold that half a per cent of honest comments exceed. */
export const disguises = (bench: Bench): string => {
  const { all } = unseenSites(bench);
  const threshold = thresholdAt(scored(bench.shipped, all), 0.005);
  const spam = all.filter(({ isSpam }) => isSpam);
  const caught = (samples: readonly Sample[]) => shareOver(scored(bench.shipped, samples), threshold);
  const plain = caught(spam);
  const rows = obfuscations.map(({ name, apply }) => {
    const random = randomFrom(bench.seed);
    const hidden = spam.map((sample) =>
      sampleOf({ ...sample, input: { ...sample.input, text: apply(sample.input.text, random) } }),
    );
    const share = caught(hidden);
    return [name, percent(share), (100 * (plain - share)).toFixed(1)];
  });
  return table(['disguise', 'caught', 'loss in points'], [['none', percent(plain), ''], ...rows]);
};
