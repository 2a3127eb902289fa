import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../tools/report/markdown.ts';
import { correlation } from '../figures.ts';
import { type Bench, modelOf, type Sample, sampleOf, scored } from './bench.ts';

const VIDEOS = ['Psy', 'KatyPerry', 'LMFAO', 'Eminem', 'Shakira'];

/** The TubeSpam authors' 70/30 split of five videos, and each video judged by a model learned from the other four. */
export const tubeSpam = (bench: Bench): string => {
  const rows = VIDEOS.map((video) => {
    bench.tell(`TubeSpam: ${video}`);
    const { train, test } = split(bench, video);
    const others = bench.set('youtube_uci').filter(({ group }) => group !== video);
    const own = bench.set('youtube_uci').filter(({ group }) => group === video);
    const figures = [
      correlation(scored(modelOf(train, bench), test)),
      correlation(scored(modelOf([...train, ...others], bench), test)),
      correlation(scored(modelOf(others, bench), own)),
    ];
    return { video, figures };
  });
  const means = [0, 1, 2].map(
    (at) => rows.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0) / rows.length,
  );
  const cells = (figures: readonly number[]) => figures.map((figure) => figure.toFixed(3));
  return `Matthews’ correlation at even odds. *Split*: the authors’ own 70 % of the video to learn from, their 30 % to judge.
*Split and others*: the other videos added to what is learned from. *Left out*: the video by what the other four teach.

${table(
  ['video', 'split', 'split and others', 'left out'],
  [...rows.map(({ video, figures }) => [video, ...cells(figures)]), ['**average**', ...cells(means)]],
)}`;
};

const split = ({ directory }: Bench, video: string) => {
  const path = (part: string) => join(directory, 'youtube_uci/split70', `${video}_${part}.txt`);
  const lines = (part: string) =>
    existsSync(path(part)) ? readFileSync(path(part), 'utf8').split('\n').filter(Boolean) : [];
  const gold = lines('goldstandard');
  return {
    train: lines('train').map((line) => commentOf(line.slice(2), line.startsWith('1'))),
    test: lines('test').map((text, nth) => commentOf(text, gold[nth]?.trim() === '1')),
  };
};

const commentOf = (text: string, isSpam: boolean): Sample =>
  sampleOf({
    input: { text, language: 'en' },
    isSpam,
    ...{ set: 'youtube_uci', group: 'split', language: 'en' },
  });
