import type { Resemblance } from '../../screening/check.ts';
import { hashOf, seedOf } from '../../screening/text/hash.ts';
import { distance, type MinHash } from '../../screening/text/minhash.ts';
import type { HistoryQuestion } from '../../submission/history.ts';
import { countOf } from './attributes.ts';
import { textsKey } from './keys.ts';
import type { Push, Pushed } from './rings.ts';

/** 33 entries of 24 bytes, their names, the counts and the key stay under the 1 KB of one write unit. */
const SIZE = 33;
const TEXT_BYTES = 16;
const PART_BYTES = 3;
const ARTICLE_BYTES = 2;
const SEED = seedOf('article');
/** In place of the likeness of what people write by chance: only its own author repeats it, which its exact digest tells. */
const SET_PHRASE = 0n;
const RING_KEPT_S = 25 * 3600;
/** Counts of ten minutes each, under names that come round again after an hour. */
const SPAN_MS = 600_000;
const SPANS = 6;

/** What a submission leaves among the site's newest ones: its time, its text's likeness, who sent it; and one more in the count. */
export const sitePush = (question: HistoryQuestion): Push => {
  const { site, sketch, now } = question;
  const shard = Number(
    (sketch?.bits ?? BigInt(question.id.codePointAt(25) ?? 0)) % BigInt(site.policy.nearDuplicate.shards),
  );
  const span = Math.floor(now / SPAN_MS);
  return {
    key: textsKey(site.id, shard),
    entry: write(question),
    size: SIZE,
    count: { in: nameOf(span), old: Array.from({ length: SPANS - 2 }, (_, n) => nameOf(span + 1 + n)) },
    expiresAt: Math.floor(now / 1000) + RING_KEPT_S,
  };
};

/** Not of the span before, which still counts in part. */
const nameOf = (span: number) => `n${span % SPANS}`;

/** What the site's newest submissions say of one: which texts it resembles, whether its form token is used, how many there were lately. */
export const readTexts = ({ before, item }: Pushed, question: HistoryQuestion) => {
  const { site, sketch, formToken, now } = question;
  const visitor = visitorBytes(question);
  const texts = before.map((entry) => read(entry, visitor, now));
  const mine = articleBytes(question);
  const isOwn = (text: Text) =>
    text.sameVisitor &&
    isEqual(text.article, mine) &&
    text.sketch?.exact === sketch?.exact &&
    text.agoMs < question.sameWithinMs;
  const others = texts.filter((text) => !isOwn(text));
  const isLate = ({ agoMs }: Text) => agoMs < SPAN_MS;
  const isFull = texts.length === SIZE && texts.every(isLate);
  const recent = isFull ? Math.max(SIZE, estimate(item, now)) : texts.filter(isLate).length;
  const uses = formToken ? others.filter(({ token }) => isEqual(token, formToken)) : [];
  return {
    resembling: sketch ? others.flatMap((text) => resemblance(text, likenessIn(question, sketch))) : [],
    siteRecent: recent * site.policy.nearDuplicate.shards,
    isUsedHere: uses.some(({ sameVisitor }) => sameVisitor),
    isUsed: uses.length > 0,
  };
};

/** The count of this span and, of the one before, the share that is still within ten minutes. */
const estimate = (item: Pushed['item'], now: number): number => {
  const span = Math.floor(now / SPAN_MS);
  const share = 1 - (now % SPAN_MS) / SPAN_MS;
  return Math.floor(countOf(item, nameOf(span)) + share * countOf(item, nameOf(span - 1)));
};

type Text = {
  readonly agoMs: number;
  readonly sketch: MinHash | undefined;
  readonly sameVisitor: boolean;
  readonly token: Uint8Array;
  readonly article: Uint8Array;
};

const resemblance = ({ sketch, agoMs, sameVisitor }: Text, mine: MinHash): readonly Resemblance[] => {
  const isByChance = sketch?.bits === SET_PHRASE || mine.bits === SET_PHRASE;
  if (!sketch || (isByChance && !(sameVisitor && sketch.exact === mine.exact))) return [];
  const bits = distance(sketch.bits, mine.bits);
  return [{ bits, same: bits === 0 && sketch.exact === mine.exact, sameVisitor, agoMs }];
};

const likenessIn = ({ isSetPhrase }: HistoryQuestion, sketch: MinHash): MinHash =>
  isSetPhrase ? { ...sketch, bits: SET_PHRASE } : sketch;

/** 4 bytes of seconds, 8 of likeness, 4 exact, 3 of the visitor, 3 of the form token, 2 of the article. */
const write = (question: HistoryQuestion): Uint8Array => {
  const { now, sketch, formToken, ...rest } = question;
  const likeness = sketch && likenessIn(question, sketch);
  const bytes = Buffer.alloc(TEXT_BYTES);
  bytes.writeUInt32BE(Math.floor(now / 1000), 0);
  bytes.writeBigUInt64BE(likeness?.bits ?? 0n, 4);
  bytes.writeUInt32BE(likeness?.exact ?? 0, 12);
  const token = formToken?.subarray(0, PART_BYTES) ?? new Uint8Array(PART_BYTES);
  return Buffer.concat([bytes, visitorBytes(rest), token, articleBytes(rest)]);
};

const read = (entry: Uint8Array, visitor: Uint8Array, now: number): Text => {
  const bytes = Buffer.from(entry);
  const exact = bytes.readUInt32BE(12);
  const part = (nth: number) =>
    bytes.subarray(TEXT_BYTES + nth * PART_BYTES, TEXT_BYTES + (nth + 1) * PART_BYTES);
  return {
    agoMs: Math.max(0, now - bytes.readUInt32BE(0) * 1000),
    sketch: exact === 0 ? undefined : { bits: bytes.readBigUInt64BE(4), exact },
    sameVisitor: isEqual(part(0), visitor),
    token: part(1),
    article: bytes.subarray(TEXT_BYTES + 2 * PART_BYTES),
  };
};

const visitorBytes = ({ networkKey }: Pick<HistoryQuestion, 'networkKey'>): Uint8Array =>
  Buffer.from(networkKey.slice(networkKey.indexOf(':') + 1), 'base64url').subarray(0, PART_BYTES);

/** The same text again is a replay under one article, and a duplicate under another. */
const articleBytes = ({ article }: Pick<HistoryQuestion, 'article'>): Uint8Array => {
  const bytes = Buffer.alloc(ARTICLE_BYTES);
  bytes.writeUInt16BE(hashOf(SEED, article) & 0xffff);
  return bytes;
};

const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
