import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type Contender, type Judgement, lessonsFor, toldBy } from './baseline.ts';
import { mailsOf } from './mail.ts';
import { temporary, versionOf } from './program.ts';
import { freePort, writeSettings } from './rspamd-settings.ts';

/** Most training messages; it learns 200 a second and skips short ones and duplicates. */
const LESSONS_MOST = 20_000;
const LEARNED = '"success":true';
const AT_ONCE = 4;
/** Time limit of a start: rspamd compiles its rules each time, which takes ten seconds, and more on a busy machine. */
const START_MS = 120_000;
const POLL_MS = 250;

/** rspamd with its own rules and its Bayes classifier, without modules that use the network or judge a mail server. */
export const rspamd: Contender = async (bench, samples) => {
  const version = versionOf('rspamd', 'rspamd');
  const folder = temporary();
  const port = await freePort();
  const args = writeSettings(folder, port);
  const daemon = spawn('rspamd', args, { stdio: 'ignore' });
  const ended = once(daemon, 'exit');
  try {
    await Promise.race([
      answering(port),
      ended.then(([code]) => Promise.reject(new Error(`rspamd ended with ${code}`))),
    ]);
    const lessons = lessonsFor(bench, LESSONS_MOST);
    const taught = await inTurn(mailsOf(lessons), (mail, nth) =>
      ask(port, lessons[nth]?.isSpam ? 'learnspam' : 'learnham', mail),
    );
    bench.tell('rspamd: judging');
    const answers = await inTurn(mailsOf(samples), (mail) => ask(port, 'checkv2', mail));
    return {
      name: `rspamd ${version}, rules and Bayes`,
      learnedFrom: taught.filter((said) => said.includes(LEARNED)).length,
      told: toldOf(answers, samples),
    };
  } finally {
    daemon.kill();
    await ended;
  }
};

/** A message that rspamd would mark, rewrite or reject counts as blocked; greylisting only delays. */
const MARKING = new Set(['add header', 'rewrite subject', 'reject']);

/** Parses rspamd's answers, one per message. */
export const toldOf = (
  answers: readonly string[],
  samples: Parameters<typeof toldBy>[1],
): readonly Judgement[] => {
  const read = answers.map((answer): { score: number; action: string } => JSON.parse(answer));
  const scores = read.map(({ score }) => score);
  return toldBy(scores, samples, () => false).map((one, nth) => ({
    ...one,
    blocked: MARKING.has(read[nth]?.action ?? ''),
  }));
};

/**
 * rspamd answers 2xx or 404 for a message that it has seen before or that is too short to learn; neither is a
 * failure.
 */
const ask = async (port: number, path: string, mail: string): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'POST', body: mail });
  const said = await answer.text();
  if (!answer.ok && answer.status !== 404) throw new Error(`rspamd ${path} ${answer.status}: ${said}`);
  return said;
};

const answering = async (port: number): Promise<void> => {
  for (let waited = 0; waited < START_MS; waited += POLL_MS) {
    const isThere = await fetch(`http://127.0.0.1:${port}/ping`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await setTimeout(POLL_MS);
  }
  throw new Error('rspamd does not answer');
};

/** Runs the task on all elements, a few at a time, and returns the results in order. */
const inTurn = async <T, R>(all: readonly T[], task: (one: T, nth: number) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  const queue = all.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [nth, one] of queue) results[nth] = await task(one, nth);
    }),
  );
  return results;
};
