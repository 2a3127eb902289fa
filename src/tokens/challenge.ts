import { createHash, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS } from '../comment/time.ts';
import type { Digests } from './digests.ts';
import type { Tokens } from './tokens.ts';

/**
 * Work for a reader's device, as ALTCHA's first protocol words it: the number from 0 to `maxnumber` that, written behind the salt, has the
 * SHA-256 `challenge`. Its own solvers can solve it.
 */
export type Challenge = {
  readonly algorithm: typeof ALGORITHM;
  /** 64 hexadecimal digits. */
  readonly challenge: string;
  readonly maxnumber: number;
  /** Ends in `&`, and says in `expires`, in seconds since 1970, until when the work counts. */
  readonly salt: string;
  /** Ours, sealed: binds the work to one article of one site. */
  readonly signature: string;
};

/** What a device sends back: the challenge with the number that it found. */
export type Solution = Omit<Challenge, 'maxnumber' | 'algorithm'> & { readonly number: number };

/** How long a challenge counts. The readers' script asks for another before. */
export const CHALLENGE_MS = 20 * MINUTE_MS;

const ALGORITHM = 'SHA-256';
/** More bytes than any requested number has. */
const NUMBER_BYTES = 6;

type Place = { readonly site: string; readonly article: string };
type Keys = { readonly tokens: Pick<Tokens, 'proof'>; readonly digests: Pick<Digests, 'tag'> };
type Task = { readonly nonce: string; readonly difficulty: number; readonly now: number };

/** Makes a challenge for a comment on one article. @param task.nonce never used before */
export const newChallenge = ({ tokens, digests }: Keys, { site, article }: Place, task: Task): Challenge => {
  const expiresAt = task.now + CHALLENGE_MS;
  const salt = `${task.nonce}?expires=${Math.floor(expiresAt / 1000)}&`;
  const secret = digests.tag(NUMBER_BYTES, 'proof', site, article, salt);
  const number = Buffer.from(secret).readUIntBE(0, NUMBER_BYTES) % (task.difficulty + 1);
  const challenge = hashOf(salt, number).toString('hex');
  const signature = tokens.proof.issue({ site, article, salt, challenge }, expiresAt);
  return { algorithm: ALGORITHM, challenge, maxnumber: task.difficulty, salt, signature };
};

/**
 * Reads what a device sends back: JSON in base64 with `challenge`, `salt`, `signature`, `number`, and whatever else. Undefined for what is none.
 * @param sent any text of a bounded length
 */
export const readSolution = (sent: string): Solution | undefined => {
  if (sent === '') return undefined;
  const { algorithm, challenge, salt, signature, number } = fieldsOf(sent);
  if (algorithm !== ALGORITHM || !Number.isSafeInteger(number)) return undefined;
  const texts = [challenge, salt, signature];
  return texts.every((text) => typeof text === 'string')
    ? ({ challenge, salt, signature, number } as Solution)
    : undefined;
};

const fieldsOf = (sent: string): Readonly<Record<string, unknown>> => {
  try {
    return Object(JSON.parse(Buffer.from(sent, 'base64').toString('utf8')));
  } catch {
    return {};
  }
};

/** The result for a solution: valid until a time, too late, or invalid (made up, or for another article). */
export type Judged =
  | { readonly state: 'wrong' | 'expired' }
  | { readonly state: 'right'; readonly expiresAt: number };

/** Judges a solution for one article's comment, in two hashes whatever was sent. */
export const judgeSolution = (
  tokens: Pick<Tokens, 'proof'>,
  { site, article }: Place,
  { challenge, salt, signature, number }: Solution,
  now: number,
): Judged => {
  const expiresAt = tokens.proof.read(signature, { site, article, salt, challenge });
  if (expiresAt === undefined) return { state: 'wrong' };
  const isFound = timingSafeEqual(hashOf(salt, number), Buffer.from(challenge, 'hex'));
  if (!isFound) return { state: 'wrong' };
  return now < expiresAt ? { state: 'right', expiresAt } : { state: 'expired' };
};

const hashOf = (salt: string, number: number): Buffer =>
  createHash('sha256').update(`${salt}${number}`).digest();
