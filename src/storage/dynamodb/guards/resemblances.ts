import { futureFrom } from '../../../comment/time.ts';
import type { Resemblance } from '../../../screening/check.ts';
import { hashOf, seedOf } from '../../../screening/text/hash.ts';
import { distance, type MinHash } from '../../../screening/text/minhash.ts';
import type { HistoryQuestion } from '../../../submission/history.ts';
import { textsKey } from '../keys.ts';
import { type Counter, countIn, type Push, type Pushed } from './ring-buffers.ts';

/** 33 entries of 24 bytes, their names, the counts and the key stay under the 1 KB of one write unit. */
const SIZE = 33;
const PART_BYTES = 3;
const ARTICLE_BYTES = 2;
const VISITOR_AT = 16;
const TOKEN_AT = VISITOR_AT + PART_BYTES;
const ARTICLE_AT = TOKEN_AT + PART_BYTES;
const ENTRY_BYTES = ARTICLE_AT + ARTICLE_BYTES;
const SEED = seedOf('article');
/** Stored in place of the MinHash of a set phrase, which many people write by coincidence: only its exact digest is compared. */
const SET_PHRASE = 0n;
const RING_KEPT_S = 25 * 3600;
/** Milliseconds that one counter covers. */
const SPAN_MS = 600_000;

/** With counters for six spans an item of a long id would pass one write unit. */
const UNREAD = ['n2', 'n3', 'n4', 'n5'];

/** The entry of a submission in the site's ring buffer: its time, its text's MinHash and its sender; it also adds one to the count. */
export const sitePush = (question: HistoryQuestion): Push => {
  const { site, minHash, now } = question;
  const shard = Number(
    (minHash?.bits ?? BigInt(question.id.codePointAt(25) ?? 0)) % BigInt(site.policy.nearDuplicate.shards),
  );
  const span = Math.floor(now / SPAN_MS);
  return {
    key: textsKey(site.id, shard),
    entry: write(question),
    size: SIZE,
    count: counterOf(span),
    unread: UNREAD,
    expiresAt: Math.floor(now / 1000) + RING_KEPT_S,
  };
};

/** Two counters take turns, so that the span before is known, which still counts in part. */
const counterOf = (span: number): Counter => ({ in: `n${span % 2}`, mark: `s${span % 2}`, of: String(span) });

/** Compares a submission with the site's newest ones: which texts it resembles, whether its form token was used, and how many came lately. */
export const readTexts = ({ before, item }: Pushed, question: HistoryQuestion) => {
  const { site, minHash, formToken, now } = question;
  const mine = write(question);
  const texts = before
    .map(bufferOf)
    .filter((entry) => entry.length === ENTRY_BYTES && timeOf(entry) < futureFrom(now))
    .map((entry) => read(entry, mine, now));
  const isOwn = (text: Text) =>
    text.sameVisitor &&
    text.sameArticle &&
    text.minHash?.exact === minHash?.exact &&
    text.agoMs < question.sameWithinMs;
  const others = texts.filter((text) => !isOwn(text));
  const isLate = ({ agoMs }: Text) => agoMs < SPAN_MS;
  const isFull = texts.length === SIZE && texts.every(isLate);
  const recent = isFull ? Math.max(SIZE, estimate(item, now)) : texts.filter(isLate).length;
  const uses = formToken ? others.filter(({ sameToken }) => sameToken) : [];
  return {
    resembling: minHash ? others.flatMap((text) => resemblance(text, likenessIn(question, minHash))) : [],
    siteRecent: recent * site.policy.nearDuplicate.shards,
    isUsedHere: uses.some(({ sameVisitor }) => sameVisitor),
    isUsed: uses.length > 0,
  };
};

/** The count of this span, plus the share of the previous span that lies within the last ten minutes. */
const estimate = (item: Pushed['item'], now: number): number => {
  const span = Math.floor(now / SPAN_MS);
  const share = 1 - (now % SPAN_MS) / SPAN_MS;
  return Math.floor(countIn(item, counterOf(span)) + share * countIn(item, counterOf(span - 1)));
};

type Text = {
  readonly agoMs: number;
  readonly minHash: MinHash | undefined;
  readonly sameVisitor: boolean;
  readonly sameToken: boolean;
  readonly sameArticle: boolean;
};

const resemblance = (
  { minHash, agoMs, sameVisitor, sameArticle }: Text,
  mine: MinHash,
): readonly Resemblance[] => {
  const isByChance = minHash?.bits === SET_PHRASE || mine.bits === SET_PHRASE;
  if (!minHash || (isByChance && !(sameVisitor && minHash.exact === mine.exact))) return [];
  const bits = distance(minHash.bits, mine.bits);
  const same = bits === 0 && minHash.exact === mine.exact;
  return [{ bits, same, sameVisitor, sameArticle, agoMs }];
};

const likenessIn = ({ isSetPhrase }: HistoryQuestion, minHash: MinHash): MinHash =>
  isSetPhrase ? { ...minHash, bits: SET_PHRASE } : minHash;

/** 4 bytes of seconds, 8 of likeness, 4 exact, 3 of the visitor, 3 of the form token, 2 of the article. */
const write = (question: HistoryQuestion): Buffer => {
  const { now, minHash, formToken, ...rest } = question;
  const likeness = minHash && likenessIn(question, minHash);
  const bytes = Buffer.alloc(VISITOR_AT);
  bytes.writeUInt32BE(Math.floor(now / 1000), 0);
  bytes.writeBigUInt64BE(likeness?.bits ?? 0n, 4);
  bytes.writeUInt32BE(likeness?.exact ?? 0, 12);
  const token = formToken?.subarray(0, PART_BYTES) ?? new Uint8Array(PART_BYTES);
  return Buffer.concat([bytes, visitorBytes(rest), token, articleBytes(rest)]);
};

/** @param mine what the submission itself leaves */
const read = (entry: Buffer, mine: Buffer, now: number): Text => {
  const exact = entry.readUInt32BE(12);
  const isSame = (from: number, to: number) => entry.compare(mine, from, to, from, to) === 0;
  return {
    agoMs: Math.max(0, now - timeOf(entry)),
    minHash: exact === 0 ? undefined : { bits: entry.readBigUInt64BE(4), exact },
    sameVisitor: isSame(VISITOR_AT, TOKEN_AT),
    sameToken: isSame(TOKEN_AT, ARTICLE_AT),
    sameArticle: isSame(ARTICLE_AT, ENTRY_BYTES),
  };
};

/** The same bytes, not a copy. */
const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const timeOf = (entry: Buffer): number => entry.readUInt32BE(0) * 1000;

const visitorBytes = ({ networkKey }: Pick<HistoryQuestion, 'networkKey'>): Uint8Array =>
  Buffer.from(networkKey.slice(networkKey.indexOf(':') + 1), 'base64url').subarray(0, PART_BYTES);

/** The same text again is a replay under one article, and a duplicate under another. */
const articleBytes = ({ article }: Pick<HistoryQuestion, 'article'>): Uint8Array => {
  const bytes = Buffer.alloc(ARTICLE_BYTES);
  bytes.writeUInt16BE(hashOf(SEED, article) & 0xffff);
  return bytes;
};
