import type { Sample } from '../evaluation/bench.ts';
import { type Contender, lessonsFor, toldBy } from './baseline.ts';
import { mailsOf, mboxOf } from './mail.ts';
import { answerOf, temporary, versionOf } from './program.ts';

/** bogofilter's own spam cutoff; from 0.45 to here it is unsure. */
const SPAM_FROM = 0.99;
/** Its exit codes after the last message: not spam, unsure. */
const NOT_SPAM = [1, 2];

/** bogofilter with its built-in settings and its own word lists. */
export const bogofilter: Contender = async (bench, samples) => {
  const version = versionOf('bogofilter', 'bogofilter');
  const folder = temporary();
  const ask = (some: readonly Sample[], how: string) =>
    answerOf('bogofilter', ['-C', '-d', folder, '-M', how], mboxOf(mailsOf(some)), NOT_SPAM);
  const lessons = lessonsFor(bench, Number.POSITIVE_INFINITY);
  await ask(
    lessons.filter(({ isSpam }) => isSpam),
    '-s',
  );
  await ask(
    lessons.filter(({ isSpam }) => !isSpam),
    '-n',
  );
  const scores = spamicities(await ask(samples, '-T'));
  return {
    name: `bogofilter ${version}`,
    learnedFrom: lessons.length,
    told: toldBy(scores, samples, (score) => score >= SPAM_FROM),
  };
};

/** Parses lines such as `S 0.999812`, one per message, into values from 0 to 1. */
export const spamicities = (said: string): readonly number[] =>
  said
    .trim()
    .split('\n')
    .map((line) => Number(line.split(' ')[1]));
