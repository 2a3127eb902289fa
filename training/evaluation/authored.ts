import { join } from 'node:path';
import { percent, table } from '../../tools/report/markdown.ts';
import type { Example } from '../examples/example.ts';
import { readTemplates } from '../examples/read-data.ts';
import { shareInterval } from '../intervals.ts';
import { type Bench, type Judged, outcomeFor, type Sample, sampleOf, scored } from './bench.ts';

const TEXTS = join(import.meta.dirname, 'texts');

/** Texts written for the evaluation and never learned from. */
export const authoredTexts = (): readonly Sample[] =>
  readTemplates(TEXTS).map(({ language, genre, label, text, author, url, title }) =>
    sampleOf({
      input: { text, author, url, title, language } as Example['input'],
      isSpam: label === 'spam',
      ...{ set: 'authored', group: genre, language },
    }),
  );

/** Shares that the default policy holds or worse, and calls spam, each with its interval. */
export const outcomeCells = (bench: Pick<Bench, 'shipped'>, judged: readonly Judged[]): readonly string[] => {
  const given = judged.map((one) => outcomeFor(bench, one));
  return [['hold', 'spam'], ['spam']].map((out) => {
    const found = given.filter((one) => out.includes(one)).length;
    const [from, to] = shareInterval(found, given.length).map((share) => (100 * share).toFixed(1));
    return `${percent(found / given.length)} (${from} to ${to})`;
  });
};

/** The authored texts by genre and language. */
export const authored = (bench: Bench): string =>
  table(
    ['texts never learned from', 'comments', 'held or worse (95 %)', 'called spam'],
    [...Map.groupBy(authoredTexts(), ({ group, language }) => `${group}, ${language}`)].map(([name, own]) => [
      name,
      own.length,
      ...outcomeCells(bench, scored(bench.shipped, own)),
    ]),
  );

/** Sets with spam from sites that nothing was learned from. */
const CAMPAIGNS = ['wp_midonet', 'datacamp_blog_a', 'wxr_blogs_open', 'haacked', 'evertpot'];

/** Spam of unseen sites at the shipped thresholds. */
export const campaigns = (bench: Bench): string =>
  table(
    ['spam of unseen sites', 'comments', 'held or worse (95 %)', 'called spam'],
    CAMPAIGNS.map((name) => {
      const spam = bench.set(name).filter(({ isSpam }) => isSpam);
      return [name, spam.length, ...outcomeCells(bench, scored(bench.shipped, spam))];
    }),
  );
