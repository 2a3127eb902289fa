import { fold } from '../../src/screening/text/fold.ts';
import { findLinks } from '../../src/screening/text/links.ts';
import { percent, table } from '../../tools/report/markdown.ts';
import { type Baseline, type Contender, type Judgement, Missing } from '../baselines/baseline.ts';
import { bogofilter } from '../baselines/bogofilter.ts';
import { bayes, natural, wink } from '../baselines/packages.ts';
import { rspamd } from '../baselines/rspamd.ts';
import { spamassassin } from '../baselines/spamassassin.ts';
import { readList } from '../examples/read-data.ts';
import { caughtAt, correlation, shareOver } from '../figures.ts';
import { type Bench, outcomeFor, type Sample, scored } from './bench.ts';
import { unseenSites } from './blogs.ts';

/** Shorter terms occur in half of all comments. */
const TERM_MIN = 4;
/** Most characters of the reason why a program did not run. */
const WHY_MAX = 200;
const OTHERS: Readonly<Record<string, Contender>> = {
  'natural, BayesClassifier': natural,
  bayes,
  'wink-naive-bayes-text-classifier': wink,
  bogofilter,
  SpamAssassin: spamassassin,
  rspamd,
};
const HEAD = ['', 'learned from', 'spam caught', 'honest blocked', 'correlation', 'caught at 0.5 %'];

/**
 * Compares the filter with simple rules and with other programs. The row of a program that cannot run here
 * says why.
 */
export const baselines = async (bench: Bench): Promise<string> => {
  const { all } = unseenSites(bench);
  const rows = [...[...filter(bench, all), ...rules(bench, all)].map(rowOf)];
  for (const [name, contender] of Object.entries(OTHERS)) {
    bench.tell(`baseline: ${name}`);
    rows.push(await rowOfContender(name, () => contender(bench, all)));
  }
  return table(HEAD, rows);
};

const rowOfContender = async (name: string, run: () => Promise<Baseline>) => {
  try {
    return rowOf(await run());
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const why = error instanceof Missing ? error.message : `failed: ${error.message}`;
    return [name, why.replace(/[|\s]+/g, ' ').slice(0, WHY_MAX), ...HEAD.slice(2).map(() => '-')];
  }
};

const rowOf = ({ name, learnedFrom, told }: Baseline) => {
  const blocked = told.map((one) => ({ isSpam: one.isSpam, score: one.blocked ? 1 : 0 }));
  const of = (isSpam: boolean) =>
    percent(
      shareOver(
        blocked.filter((one) => one.isSpam === isSpam),
        0.5,
      ),
    );
  const isGraded = new Set(told.map(({ score }) => score)).size > 2;
  return [
    ...[name, learnedFrom, of(true), of(false), correlation(blocked, 0.5).toFixed(3)],
    isGraded ? percent(caughtAt(told, 0.005)) : '-',
  ];
};

/** This filter at its default thresholds, for unknown authors. */
const filter = (bench: Bench, all: readonly Sample[]): readonly Baseline[] => {
  const judged = scored(bench.shipped, all).map((one) => ({ ...one, outcome: outcomeFor(bench, one) }));
  const told = (blocking: readonly string[]): readonly Judgement[] =>
    judged.map((one) => ({ ...one, blocked: blocking.includes(one.outcome) }));
  const learnedFrom = bench.training().length;
  return [
    { name: 'this filter, held or worse', learnedFrom, told: told(['hold', 'spam']) },
    { name: 'this filter, called spam', learnedFrom, told: told(['spam']) },
  ];
};

const rules = (bench: Bench, all: readonly Sample[]): readonly Baseline[] => {
  const terms = readList(bench.directory, 'splorp_wordpress_disallowed.txt');
  const ruled = (name: string, rule: (sample: Sample) => boolean): Baseline => ({
    ...{ name, learnedFrom: '-' },
    told: all.map((sample) => {
      const blocked = rule(sample);
      return { score: blocked ? 1 : 0, isSpam: sample.isSpam, blocked };
    }),
  });
  return [
    ruled('WordPress: two links', wordpress),
    ruled(`word list, ${terms.length} terms`, wordList(terms)),
  ];
};

/** WordPress' default: two links hold a comment. */
const wordpress = ({ input }: Sample): boolean =>
  findLinks(input.text).filter(({ kind }) => kind !== 'mail').length >= 2;

/** A large public list of disallowed terms, searched for anywhere in text, name and address. */
const wordList = (terms: readonly string[]) => {
  const kept = terms.map(fold).filter(({ length }) => length >= TERM_MIN);
  return ({ input }: Sample): boolean => {
    const all = fold([input.text, input.author, input.url, input.email].join(' '));
    return kept.some((term) => all.includes(term));
  };
};
