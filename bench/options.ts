import { isHelpAsked, readArguments, WrongArguments } from '../tools/command.ts';

/** What can be measured, in the order it is. */
export const measures = [
  'screening',
  'demands',
  'start-up',
  'submit',
  'pages',
  'counts',
  'queue',
  'decisions',
  'memory',
  'edge',
  'moderation-page',
  'reader-page',
  'growth',
] as const;
export type Measure = (typeof measures)[number];

export type Options = {
  readonly measures: readonly Measure[];
  readonly isQuick: boolean;
  readonly withPeers: boolean;
  readonly writes: boolean;
};

export const USAGE = `npm run bench -- [options]: what Palabre costs on this machine

  --quick         everything smaller, in about a minute
  --only NAME     one measure; may be given again: ${measures.join(', ')}
  --peers         WordPress does the same work in turns (installed from Debian's packages where it is missing; needs root)
  --write         writes docs/performance.md and its charts
  --help          this

A table on the screen, and every figure in bench/results/latest.json. It fails when an answer is wrong, never for being slow.`;

/** @returns undefined when only help was asked for. @throws {WrongArguments} with one sentence that names the option. */
export const readOptions = (args: readonly string[]): Options | undefined => {
  if (isHelpAsked(args)) return undefined;
  const { values } = readArguments(args, {
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      peers: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const unknown = values.only.find((name) => !isMeasure(name));
  if (unknown !== undefined)
    throw new WrongArguments(`--only: there is no measure ${unknown}: there are ${measures.join(', ')}`);
  const { only, quick, peers, write } = values;
  return {
    measures: measures.filter((name) => only.length === 0 || only.includes(name)),
    isQuick: quick,
    withPeers: peers,
    writes: write,
  };
};

const isMeasure = (name: string): name is Measure => (measures as readonly string[]).includes(name);
