import { logOdds } from '../../src/screening/filter/model.ts';
import { read } from '../../src/screening/filter/reading.ts';
import { changeOf, siteOdds } from '../../src/screening/filter/site-learning.ts';
import { learned, type SiteMemory } from '../../src/screening/filter/site-memory.ts';
import { table } from '../markdown.ts';
import { randomFrom, shuffled } from '../random.ts';
import type { Bench, Sample } from './bench.ts';

const LONGEST = 1_500;
const HOUR = 3_600_000;

/** Sites whose moderators decide on every comment in turn: errors at even odds, without and with what they taught. */
export const streams = (bench: Bench): string => {
  const sites: readonly (readonly [string, readonly Sample[]])[] = [
    ['a blog under attack (wp_midonet)', bench.set('wp_midonet')],
    ['a tutorial site (datacamp_blog_a)', bench.set('datacamp_blog_a')],
    ['Chinese comments', bench.set('zh_comment_antispam')],
    ['Indonesian comments', bench.set('id_gambling_yt')],
    ['French teenagers, no spam', bench.set('cyberado_fr')],
    ['English news, no spam', bench.set('ucc_globeandmail_val')],
  ];
  return table(
    [
      'simulated site',
      'comments',
      'spam',
      'wrong: shipped alone',
      'with the site’s word',
      'in the last third: alone',
      'with',
    ],
    sites
      .filter(([, samples]) => samples.length > 0)
      .map(([name, samples]) => {
        bench.tell(`simulating ${name}`);
        return [name, ...simulate(bench, shuffled(randomFrom(bench.seed), samples).slice(0, LONGEST))];
      }),
  );
};

const simulate = ({ shipped }: Bench, stream: readonly Sample[]): readonly number[] => {
  let memory: SiteMemory = [];
  const outcomes = stream.map(({ input, isSpam, lesson }, nth) => {
    const now = nth * HOUR;
    const reading = read(input);
    const alone = logOdds(shipped, lesson.vector);
    const both = alone + siteOdds(memory, reading, now);
    memory = learned(memory, changeOf({ event: String(nth), isSpam, now }, reading, both));
    return { alone: alone > 0 !== isSpam, both: both > 0 !== isSpam };
  });
  const wrong = (of: 'alone' | 'both', from = 0) => outcomes.slice(from).filter((one) => one[of]).length;
  const third = Math.floor((2 * stream.length) / 3);
  return [
    ...[stream.length, stream.filter(({ isSpam }) => isSpam).length, wrong('alone'), wrong('both')],
    ...[wrong('alone', third), wrong('both', third)],
  ];
};
