import type { Resemblance } from '../../screening/check.ts';
import { distance, type MinHash } from '../../screening/text/minhash.ts';
import type { HistoryQuestion } from '../../submission/history.ts';
import { textsKey } from './keys.ts';
import { pushToRing } from './rings.ts';
import type { Table } from './table.ts';

/** 36 entries of 22 bytes, their names and the key stay under the 1 KB of one write unit. */
const SIZE = 36;
const TOKEN_BYTES = 3;
const AUTHOR_BYTES = 3;
const RING_KEPT_S = 25 * 3600;

/** Remembers a text among the site's newest ones and says which of those it resembles. No write when there is nothing to compare. */
export const resemblances = async (table: Table, question: HistoryQuestion) => {
  const { site, sketch, formToken, now } = question;
  if (!sketch && !formToken) return { resembling: [], formTokenUsed: false };

  const shard = Number((sketch?.bits ?? 0n) % BigInt(site.policy.nearDuplicate.shards));
  const { before } = await pushToRing(table, {
    key: textsKey(site.id, shard),
    entry: write(question),
    size: SIZE,
    expiresAt: Math.floor(now / 1000) + RING_KEPT_S,
  });
  const visitor = visitorBytes(question);
  const texts = before.map((entry) => read(entry, visitor, now));
  const isOwn = (text: Text) =>
    text.sameVisitor && text.sketch?.exact === sketch?.exact && text.agoMs < question.sameWithinMs;
  return {
    resembling: sketch
      ? texts.filter((text) => !isOwn(text)).flatMap((text) => resemblance(text, sketch))
      : [],
    formTokenUsed:
      formToken !== undefined && texts.some((text) => !isOwn(text) && isEqual(text.token, formToken)),
  };
};

type Text = {
  readonly agoMs: number;
  readonly sketch: MinHash | undefined;
  readonly sameVisitor: boolean;
  readonly token: Uint8Array;
};

const resemblance = ({ sketch, agoMs, sameVisitor }: Text, mine: MinHash): readonly Resemblance[] => {
  if (!sketch) return [];
  const bits = distance(sketch.bits, mine.bits);
  return [{ bits, same: bits === 0 && sketch.exact === mine.exact, sameVisitor, agoMs }];
};

/** 4 bytes of seconds, 8 of likeness, 4 exact, 3 of the visitor, 3 of the form token. */
const write = ({ now, sketch, formToken, ...rest }: HistoryQuestion): Uint8Array => {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32BE(Math.floor(now / 1000), 0);
  bytes.writeBigUInt64BE(sketch?.bits ?? 0n, 4);
  bytes.writeUInt32BE(sketch?.exact ?? 0, 12);
  const token = formToken?.subarray(0, TOKEN_BYTES) ?? new Uint8Array(TOKEN_BYTES);
  return Buffer.concat([bytes, visitorBytes(rest), token]);
};

const read = (entry: Uint8Array, visitor: Uint8Array, now: number): Text => {
  const bytes = Buffer.from(entry);
  const exact = bytes.readUInt32BE(12);
  return {
    agoMs: Math.max(0, now - bytes.readUInt32BE(0) * 1000),
    sketch: exact === 0 ? undefined : { bits: bytes.readBigUInt64BE(4), exact },
    sameVisitor: isEqual(bytes.subarray(16, 16 + AUTHOR_BYTES), visitor),
    token: bytes.subarray(16 + AUTHOR_BYTES),
  };
};

const visitorBytes = ({ networkKey }: Pick<HistoryQuestion, 'networkKey'>): Uint8Array =>
  Buffer.from(networkKey.slice(networkKey.indexOf(':') + 1), 'base64url').subarray(0, AUTHOR_BYTES);

const isEqual = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
