import type { Attempt } from './kept/draft.ts';

/** Work that the site asks of this device, as the API words it. */
type Challenge = {
  readonly challenge: string;
  readonly maxnumber: number;
  readonly salt: string;
};

/** Hashes between two turns of the page: a few milliseconds. */
const SLICE = 250;
/** What is left of a challenge's time when another is asked for instead. */
const LEFT_MS = 60_000;
/** How long somebody who sends waits for the work: then the comment goes without, and is read first. */
const PATIENCE_MS = 60_000;

type Proving = {
  /** Where somebody who sends reads what they wait for. */
  readonly said: HTMLElement;
  readonly sentence: string;
  /** Puts a challenge into `data-challenge` where that is not set. */
  readonly ask: () => Promise<void>;
};

/**
 * Does the work in the form's `data-challenge` while somebody writes: a slice at a time on the page's own thread, from the first thing they type.
 * @returns what adds the proof to a comment about to be sent: none where none is asked for, or where this device cannot do it (without
 * `crypto.subtle`, on plain HTTP) or fails at it. It never throws
 */
export const proving = (form: HTMLFormElement, { said, sentence, ask }: Proving) => {
  let work: Work | undefined;
  const current = (): Work | undefined => {
    const given = form.dataset.challenge ?? '';
    if (work?.given === given && !work.isStopped()) return work;
    work?.stop();
    work = begin(given, form);
    return work;
  };
  form.addEventListener('input', current);
  const find = async (): Promise<string | undefined> => {
    if (isOver(form.dataset.challenge)) delete form.dataset.challenge;
    if (form.dataset.challenge === undefined) await ask();
    const mine = current();
    if (mine && !mine.isDone()) said.textContent = sentence;
    return Promise.race([mine?.proof, pause(PATIENCE_MS)]);
  };
  return async (attempt: Attempt): Promise<Attempt> => {
    const proof = attempt.body.proof ?? (await find());
    return proof ? { ...attempt, body: { ...attempt.body, proof } } : attempt;
  };
};

/** By this device's clock: where that is ahead, the work is merely done later. */
const isOver = (given = ''): boolean => {
  const [, expires] = challengeIn(given)?.salt.match(/[?&]expires=(\d+)/) ?? [];
  return expires !== undefined && Date.now() > Number(expires) * 1000 - LEFT_MS;
};

type Work = ReturnType<typeof startOn>;

const begin = (given: string, form: HTMLFormElement): Work | undefined => {
  const task = challengeIn(given);
  return task && globalThis.crypto?.subtle ? startOn(given, task, form) : undefined;
};

const challengeIn = (given: string): Challenge | undefined => {
  try {
    const task: Challenge | null = JSON.parse(given);
    return task?.salt && task.challenge ? task : undefined;
  } catch {
    return undefined;
  }
};

const startOn = (given: string, task: Challenge, form: HTMLFormElement) => {
  let [stopped, done] = [false, false];
  const isStopped = () => stopped || !form.isConnected;
  const proof = solve(task, isStopped)
    .then((number) => {
      done = true;
      return number === undefined ? undefined : btoa(JSON.stringify({ ...task, number }));
    })
    .catch(() => undefined);
  const stop = () => {
    stopped = true;
  };
  return { given, proof, stop, isStopped, isDone: () => done };
};

/** The number whose hash is the challenge; undefined when it was stopped, or there is none. */
const solve = async (
  { challenge, maxnumber, salt }: Challenge,
  isStopped: () => boolean,
): Promise<number | undefined> => {
  const wanted = challenge.toLowerCase();
  for (let from = 0; from <= maxnumber && !isStopped(); from += SLICE) {
    const hashes = await Promise.all(Array.from({ length: SLICE }, (_, at) => hashOf(`${salt}${from + at}`)));
    const at = hashes.findIndex((hash) => startsLike(hash, wanted) && hexOf(hash) === wanted);
    if (at >= 0) return from + at;
    // `scheduler.yield` would come back before the page is drawn: ten frames a second instead of fifty.
    await pause(0);
  }
  return undefined;
};

const encoder = new TextEncoder();
const hashOf = async (text: string) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
/** Spares most hashes the rest. */
const startsLike = ([first]: Uint8Array, wanted: string) => first === Number.parseInt(wanted.slice(0, 2), 16);

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms));
