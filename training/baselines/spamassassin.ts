import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Contender, lessonsFor, toldBy } from './baseline.ts';
import { mailsOf, mboxOf } from './mail.ts';
import { answerOf, temporary, versionOf } from './program.ts';

/** SpamAssassin's own `required_score`. */
const SPAM_FROM = 5;
/** It learns 300 messages a second and judges 25. */
const LESSONS_MOST = 20_000;
const JUDGES_MOST = 4;

/** Without network tests, without files outside the folder, and without learning while judging. */
const preferences = (folder: string): string =>
  [
    `bayes_path ${join(folder, 'bayes')}`,
    ...['bayes_auto_learn 0', 'bayes_auto_expire 0', 'lock_method flock', 'report_safe 0'],
    '',
  ].join('\n');

/** SpamAssassin with its rules and its Bayes classifier, network tests off. */
export const spamassassin: Contender = async (bench, samples) => {
  const version = versionOf('spamassassin', 'spamassassin');
  const folder = temporary();
  const settings = join(folder, 'user_prefs');
  writeFileSync(settings, preferences(folder));
  const ask = (program: string, mails: readonly string[], ...args: string[]) =>
    answerOf(program, ['--local', `--prefspath=${settings}`, '--mbox', ...args], mboxOf(mails));

  const lessons = lessonsFor(bench, LESSONS_MOST);
  for (const isSpam of [true, false]) {
    const mails = mailsOf(lessons.filter((lesson) => lesson.isSpam === isSpam));
    await ask('sa-learn', mails, '--no-sync', isSpam ? '--spam' : '--ham');
  }
  await ask('sa-learn', [], '--sync');

  bench.tell(`SpamAssassin: judging ${samples.length} comments, 40 ms each and processor`);
  const judges = Math.min(JUDGES_MOST, availableParallelism());
  const size = Math.ceil(samples.length / judges);
  const parts = Array.from({ length: judges }, (_, nth) => samples.slice(nth * size, (nth + 1) * size));
  const said = await Promise.all(parts.map((part) => ask('spamassassin', mailsOf(part))));
  return {
    name: `SpamAssassin ${version}, rules and Bayes`,
    learnedFrom: lessons.length,
    told: toldBy(said.flatMap(spamScores), samples, (score) => score >= SPAM_FROM),
  };
};

/**
 * Parses the scores from SpamAssassin's output, and sorts them by the numbers in the message ids, since it
 * returns messages in an order of its own.
 */
export const spamScores = (said: string): readonly number[] =>
  [...said.matchAll(/^X-Spam-Status: (?:Yes|No), score=(-?[\d.]+) [\s\S]*?^Message-ID: <(\d+)[.]/gm)]
    .map(([, score, nth]) => ({ nth: Number(nth), score: Number(score) }))
    .sort((one, other) => one.nth - other.nth)
    .map(({ score }) => score);
