import { spawnSync } from 'node:child_process';
import { fold } from '../../src/screening/fold.ts';
import { findLinks } from '../../src/screening/links.ts';
import { type Scored, shareOver } from '../figures.ts';
import { percent, table } from '../markdown.ts';
import { readList } from '../read-data.ts';
import type { Bench, Sample } from './bench.ts';
import { unseenSites } from './blogs.ts';

/** Terms shorter than this are in half of all comments. */
const TERM_MIN = 4;
const OTHERS = {
  packages: ['natural', 'bayes', 'wink-naive-bayes-text-classifier'],
  programs: ['bogofilter', 'spamassassin', 'rspamc'],
};

/** What WordPress does out of the box: two links hold a comment. */
const wordpress = ({ input }: Sample): boolean =>
  findLinks(input.text).filter(({ kind }) => kind === 'web').length >= 2;

/** A large public list of disallowed terms, looked for anywhere in text, name and address. */
const wordList = (terms: readonly string[]) => {
  const kept = terms.map(fold).filter(({ length }) => length >= TERM_MIN);
  return ({ input }: Sample): boolean => {
    const all = fold([input.text, input.author, input.url, input.email].join(' '));
    return kept.some((term) => all.includes(term));
  };
};

/** The cheap rules beside the filter, and which other filters this machine has. */
export const baselines = (bench: Bench): string => {
  const { all } = unseenSites(bench);
  const terms = readList(bench.directory, 'splorp_wordpress_disallowed.txt');
  const rules: readonly (readonly [string, (sample: Sample) => boolean])[] = [
    ['WordPress: two links', wordpress],
    [`word list, ${terms.length} terms`, wordList(terms)],
  ];
  const rows = rules.map(([name, rule]) => {
    bench.tell(`baseline: ${name}`);
    return [name, ...shares(all.map((sample) => ({ score: rule(sample) ? 1 : 0, isSpam: sample.isSpam })))];
  });
  return `${table(['rule', 'spam caught', 'honest blocked'], rows)}

Not run, because not installed here: ${missing().join(', ') || 'none'}.`;
};

const shares = (judged: readonly Scored[]): readonly string[] =>
  [true, false].map((isSpam) =>
    percent(
      shareOver(
        judged.filter((one) => one.isSpam === isSpam),
        0.5,
      ),
    ),
  );

const missing = (): readonly string[] => [
  ...OTHERS.packages.filter((name) => !isPackage(name)),
  ...OTHERS.programs.filter((name) => spawnSync(name, ['--version']).error !== undefined),
];

const isPackage = (name: string): boolean => {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
};
