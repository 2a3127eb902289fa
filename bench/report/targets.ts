import type { Figures } from '../load/measure.ts';
import { LINKED_REQUESTS, LONGEST_TASK } from '../measures/reader-page.ts';
import type { Fact, Grown, Results } from '../results.ts';
import { figure, type Table } from './rows.ts';

type Target = {
  readonly name: string;
  readonly found: (results: Results) => number | undefined;
  readonly unit: string;
} & ({ readonly most: number } | { readonly least: number });

/** What Palabre wants to keep on one machine. It is compared, and a run that misses it is no failure. */
const targets: readonly Target[] = [
  { name: 'submit, 16 at once: CPU', found: cpu('submit, 16 at once'), unit: 'ms', most: 4 },
  { name: 'submit, one by one: CPU', found: cpu('submit, one by one'), unit: 'ms', most: 5.5 },
  { name: 'submit, 16 at once: rate of WordPress', found: rate('submit, 16 at once'), unit: 'x', least: 4 },
  { name: 'submit, one by one: rate of WordPress', found: rate('submit, one by one'), unit: 'x', least: 3 },
  { name: 'page of 50, JSON: CPU', found: cpu('page of 50, JSON'), unit: 'ms', most: 2.5 },
  { name: 'page of 50, HTML: CPU', found: cpu('page of 50, HTML'), unit: 'ms', most: 3 },
  ...['JSON', 'HTML'].map((form) => ({
    name: `page of 50, ${form}, through the edge: CPU`,
    found: cpu(`page of 50, ${form}, through the edge`),
    unit: 'ms',
    most: 0.3,
  })),
  { name: '100 decisions in one call', found: call('approve 100 in one call'), unit: 'ms', most: 100 },
  { name: 'memory, idle', found: fact('memory, idle'), unit: 'MB', most: 100 },
  { name: 'memory, after the load', found: fact('memory, after the load'), unit: 'MB', most: 200 },
  {
    name: 'first answer, the first time',
    found: fact('first answer, the first time'),
    unit: 'ms',
    most: 1200,
  },
  { name: 'first answer', found: fact('first answer'), unit: 'ms', most: 800 },
  { name: 'growth of a submission', found: growth('submitMs'), unit: 'x', most: 1.2 },
  { name: 'growth of a page of 50', found: growth('pageMs'), unit: 'x', most: 1.2 },
  { name: 'growth of a queue page', found: growth('queueMs'), unit: 'x', most: 1.2 },
  {
    name: '100 decisions by keyboard: waiting for the machine',
    found: fact('100 decisions by keyboard: waiting for the machine'),
    unit: 'ms',
    most: 1200,
  },
  {
    name: 'the longest task while a long page of comments loads and scrolls: CPU',
    found: fact(LONGEST_TASK),
    unit: 'ms',
    most: 50,
  },
  { name: 'requests that show a comment of a long page', found: fact(LINKED_REQUESTS), unit: '', most: 2 },
];

/** The targets a run says something about. */
export const targetTable = (results: Results): Table => ({
  head: ['target', 'found', 'unit', 'wanted', 'kept'],
  rows: targets.flatMap((target) => {
    const found = target.found(results);
    return found === undefined ? [] : [rowOf(target, found)];
  }),
});

const rowOf = (target: Target, found: number): readonly string[] => {
  const [wanted, isKept] =
    'most' in target
      ? [`at most ${target.most}`, found <= target.most]
      : [`at least ${target.least}`, found >= target.least];
  return [target.name, figure(found), target.unit, wanted, isKept ? 'yes' : 'no'];
};

function figuresOf({ compared }: Results, name: string) {
  return compared.find((one) => one.name === name)?.figures;
}

function cpu(name: string) {
  return (results: Results) => figuresOf(results, name)?.palabre?.cpuMs;
}

function call(name: string) {
  return (results: Results) => figuresOf(results, name)?.palabre?.medianMs;
}

function rate(name: string) {
  return (results: Results) => {
    const { palabre, wordpress }: Partial<Record<string, Figures>> = figuresOf(results, name) ?? {};
    return palabre && wordpress ? palabre.perSecond / wordpress.perSecond : undefined;
  };
}

function fact(name: Fact['name']) {
  return ({ facts }: Results) => facts.find((one) => one.name === name)?.value;
}

/** The worst of all sizes, in multiples of the smallest. */
function growth(name: keyof Grown) {
  return ({ growth: [first, ...others] }: Results) =>
    first && Math.max(...others.map((grown) => grown[name] / first[name]));
}
