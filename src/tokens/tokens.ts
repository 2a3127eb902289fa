import type { PageStanding } from '../comment/author-page.ts';
import type { CommentId, CommentRef } from '../comment/comment.ts';
import { isCommentId } from '../comment/comment-id.ts';
import type { Status, Told } from '../comment/status.ts';
import { DAY_MS, MINUTE_MS } from '../comment/time.ts';
import { type Seal, textBytesIn } from './seal.ts';

/** How far a clock may run ahead of another. */
const SKEW_MS = MINUTE_MS;
const VISITOR_MS = 365 * DAY_MS;
const UNDO_MS = 7 * DAY_MS;

/** A form as it was handed out: when, and under which one-time mark. */
export type FormTicket = { readonly issuedAt: number; readonly nonce: string };

/** Somebody who proved to be an author, and when the comment came in that they have the proof of. */
export type Visitor = { readonly name: string; readonly issuedAt: number };

/** Work that a device is asked for. */
type Work = Readonly<Record<'site' | 'article' | 'salt' | 'challenge', string>>;
const boundsOf = ({ site, article, salt, challenge }: Work) => [site, article, salt, challenge];

/** One decision that can be taken back. */
export type UndoStep = {
  readonly article: string;
  readonly id: CommentId;
  readonly version: number;
  readonly before: Status;
  /** Whether that was a moderator's word. */
  readonly seen?: boolean;
  /** How its author's page stood. */
  readonly page?: PageStanding;
  /** The time of its place in the queue that it stood in. */
  readonly queuedAt?: number;
  /** What the author of a rejected comment had been told. */
  readonly told?: Told;
};

/** Everything this service signs for others to bring back. None of it can be read, changed or moved elsewhere. */
export type Tokens = ReturnType<typeof createTokens>;

export const createTokens = (seal: Seal) => ({
  form: formTokens(seal),
  proof: proofTokens(seal),
  visitor: visitorTokens(seal),
  sender: senderTokens(seal),
  receipt: receiptTokens(seal),
  cursor: cursorTokens(seal),
  undo: undoTokens(seal),
});

/** For one article's form. */
const formTokens = ({ seal, open }: Seal) => ({
  issue: (site: string, article: string, { issuedAt, nonce }: FormTicket): string =>
    seal(`${issuedAt.toString(36)}.${nonce}`, 'form', site, article),
  read: (token: string, site: string, article: string): FormTicket | undefined => {
    const [issuedAt, nonce] = open(token, 'form', site, article)?.split('.') ?? [];
    return issuedAt && nonce ? { issuedAt: Number.parseInt(issuedAt, 36), nonce } : undefined;
  },
});

/** Until when work that a device does for one article's comment counts, in milliseconds since 1970. */
const proofTokens = ({ seal, open }: Seal) => ({
  issue: (work: Work, expiresAt: number): string => seal(expiresAt.toString(36), 'proof', ...boundsOf(work)),
  read: (signature: string, work: Work): number | undefined => {
    const expiresAt = open(signature, 'proof', ...boundsOf(work));
    return expiresAt === undefined ? undefined : Number.parseInt(expiresAt, 36);
  },
});

/** Proves the same person again, for a year; issued with a comment, at the time of that. */
const visitorTokens = ({ seal, open }: Seal) => ({
  issue: (site: string, visitor: string, issuedAt: number): string =>
    seal(`${issuedAt.toString(36)}.${visitor}`, 'visitor', site),
  read: (token: string | undefined, site: string, now: number): Visitor | undefined => {
    const [issued, name] = open(token ?? '', 'visitor', site)?.split('.') ?? [];
    const issuedAt = Number.parseInt(issued ?? '', 36);
    const age = now - issuedAt;
    return name && age < VISITOR_MS && age > -SKEW_MS ? { name, issuedAt } : undefined;
  },
});

/** A visitor as kept with an idempotency key; nobody outside is given it. */
const senderTokens = ({ seal, open }: Seal) => ({
  issue: (site: string, visitor: string): string => seal(visitor, 'sender', site),
  read: (token: string, site: string): string | undefined => open(token, 'sender', site),
});

/** Its author's right to a comment. */
const receiptTokens = ({ seal, open }: Seal) => ({
  issue: ({ site, article, id }: CommentRef): string => seal(`${id}${site}/${article}`, 'receipt'),
  read: (token: string): CommentRef | undefined => {
    const [, id, site, article] = open(token, 'receipt')?.match(/^(.{26})([^/]+)\/(.+)$/s) ?? [];
    return id && site && article && isCommentId(id) ? { site, article, id } : undefined;
  },
});

/** A position in one list; fits no other list, filter, order or reader. */
const cursorTokens = ({ seal, open }: Seal) => ({
  issue: (position: string, ...list: readonly string[]): string => seal(position, 'cursor', ...list),
  read: (token: string, ...list: readonly string[]): string | undefined => open(token, 'cursor', ...list),
});

/** A request's decisions, for a week. Each article is named once: an author's comments and a thread's share few. */
const undoTokens = ({ seal, open }: Seal) => ({
  /** @param lettersMax of the token: steps from the first on which there is no more room for are left out */
  issue: (site: string, steps: readonly UndoStep[], now: number, lettersMax: number): string =>
    seal(JSON.stringify({ until: now + UNDO_MS, ...packed(steps, textBytesIn(lettersMax)) }), 'undo', site),
  read: (token: string, site: string, now: number): readonly UndoStep[] | undefined => {
    const text = open(token, 'undo', site);
    if (text === undefined) return undefined;
    const { until, articles, steps } = JSON.parse(text) as { readonly until: number } & Packed;
    if (now >= until) return undefined;
    const articleOf = (article: string | number) =>
      typeof article === 'string' ? article : (articles?.[article] ?? '');
    return steps.map((step) => ({ ...step, article: articleOf(step.article) }));
  },
});

/** Steps as they are sealed: with their article's place in the list or, in a token without one, the article itself. */
type Packed = {
  readonly articles?: readonly string[];
  readonly steps: readonly (Omit<UndoStep, 'article'> & { readonly article: string | number })[];
};

/** Of the sealed text beside its steps and articles. */
const FRAME_BYTES = 100;

/** As many steps as `bytesMax` holds, from the first on. */
const packed = (steps: readonly UndoStep[], bytesMax: number): Packed => {
  const places = new Map<string, number>();
  const kept: Packed['steps'][number][] = [];
  let bytes = FRAME_BYTES;
  for (const step of steps) {
    const one = { ...step, article: places.get(step.article) ?? places.size };
    bytes += bytesOf(one) + (places.has(step.article) ? 0 : bytesOf(step.article));
    if (bytes > bytesMax) break;
    places.set(step.article, one.article);
    kept.push(one);
  }
  return { articles: [...places.keys()], steps: kept };
};

/** With the comma after it. */
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value)) + 1;
