import type { FilterInput } from '../../src/screening/filter/reading/filter-input.ts';
import { type Contender, lessonsFor, toldBy } from './baseline.ts';
import { install, load, nameOf } from './install.ts';

/** Most examples for `natural`, whose time grows with the square of their number. */
const NATURAL_MOST = 5_000;

const textOf = ({ author, email, url, title, text }: FilterInput): string =>
  [author, email, url, title, text].filter(Boolean).join(' ');
const labelOf = ({ isSpam }: { readonly isSpam: boolean }) => (isSpam ? 'spam' : 'ham');
const isOver = (score: number): boolean => score > 0;
/** 0, undecided, when both probabilities vanish or one is not a number. */
const decided = (odds: number): number => (Number.isNaN(odds) ? 0 : odds);

type Natural = {
  BayesClassifier: new () => {
    addDocument: (text: string, label: string) => void;
    train: () => void;
    getClassifications: (text: string) => readonly { readonly label: string; readonly value: number }[];
  };
};

/**
 * The package's Bayes classifier with its Porter stemmer. Its logistic regression takes hours for a thousand
 * comments.
 */
export const natural: Contender = async (bench, samples) => {
  install(bench.tell);
  const { BayesClassifier } = await load<Natural>('natural/lib/natural/classifiers/index.js');
  const filter = new BayesClassifier();
  const lessons = lessonsFor(bench, NATURAL_MOST);
  for (const lesson of lessons) filter.addDocument(textOf(lesson.input), labelOf(lesson));
  filter.train();
  const scores = samples.map(({ input }) => {
    const classes = filter.getClassifications(textOf(input));
    const of = (wanted: string) => Math.log(classes.find(({ label }) => label === wanted)?.value ?? 0);
    return decided(of('spam') - of('ham'));
  });
  return {
    name: `${nameOf('natural')}, BayesClassifier`,
    learnedFrom: lessons.length,
    told: toldBy(scores, samples, isOver),
  };
};

type Bayes = () => {
  learn: (text: string, label: string) => Promise<unknown>;
  tokenizer: (text: string) => readonly string[];
  tokenProbability: (token: string, label: string) => number;
  docCount: Readonly<Record<string, number>>;
};

/** The package only names the likelier class, so its log-odds are computed from the parts it uses itself. */
export const bayes: Contender = async (bench, samples) => {
  install(bench.tell);
  const filter = (await load<Bayes>('bayes'))();
  const lessons = lessonsFor(bench, Number.POSITIVE_INFINITY);
  for (const lesson of lessons) await filter.learn(textOf(lesson.input), labelOf(lesson));
  const logOf = (tokens: readonly string[], label: string) =>
    tokens.reduce(
      (sum, token) => sum + Math.log(filter.tokenProbability(token, label)),
      Math.log(filter.docCount[label] ?? 0),
    );
  const scores = samples.map(({ input }) => {
    const tokens = filter.tokenizer(textOf(input));
    return decided(logOf(tokens, 'spam') - logOf(tokens, 'ham'));
  });
  return { name: nameOf('bayes'), learnedFrom: lessons.length, told: toldBy(scores, samples, isOver) };
};

type Wink = () => {
  definePrepTasks: (tasks: readonly unknown[]) => void;
  defineConfig: (config: { considerOnlyPresence: boolean; smoothingFactor: number }) => void;
  learn: (text: string, label: string) => void;
  consolidate: () => void;
  computeOdds: (text: string) => readonly (readonly [label: string, odds: number])[];
};
const WINK = 'wink-naive-bayes-text-classifier';

/** With the preparation and settings from the package's own documentation. */
export const wink: Contender = async (bench, samples) => {
  install(bench.tell);
  const filter = (await load<Wink>(WINK))();
  filter.definePrepTasks([await load(`${WINK}/src/prep-text.js`)]);
  filter.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
  const lessons = lessonsFor(bench, Number.POSITIVE_INFINITY);
  for (const lesson of lessons) filter.learn(textOf(lesson.input), labelOf(lesson));
  filter.consolidate();
  const scores = samples.map(
    ({ input }) => filter.computeOdds(textOf(input)).find(([label]) => label === 'spam')?.[1] ?? 0,
  );
  return { name: nameOf(WINK), learnedFrom: lessons.length, told: toldBy(scores, samples, isOver) };
};
