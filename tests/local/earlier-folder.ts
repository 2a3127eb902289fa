import { DatabaseSync } from 'node:sqlite';
import type { Comment } from '../../src/comment/comment.ts';
import { viewOf } from '../../src/storage/dynamodb/keys.ts';

// Writes a data folder's database as format 1 had it, row by row.

export type Row = Readonly<Record<string, { readonly S: string } | { readonly N: string }>>;
type Change = { readonly old?: Row; readonly new?: Row };

const PROJECTED = ['pk', 'sk', 'v', 'vs', 'author', 'url', 'text', 'parent', 'version', 'language', 'record'];
const view = {
  hash: 'v',
  range: 'vs',
  name: 'view',
  projection: [...PROJECTED, 'queueVerdict', 'since', 'expiresAt'],
};
const author = { hash: 'a', range: 'sk', name: 'author', projection: ['pk', 'sk', 'a'] };
const indexes = [view, author];

export const writeEarlierFile = (file: string, rows: readonly Row[], changes: readonly Change[]): void => {
  const db = new DatabaseSync(file);
  db.exec(`CREATE TABLE item (id INTEGER PRIMARY KEY, pk TEXT NOT NULL, sk TEXT NOT NULL, expires INTEGER, doc TEXT NOT NULL);
    CREATE UNIQUE INDEX item_key ON item (pk, sk);
    CREATE INDEX item_expires ON item (expires) WHERE expires IS NOT NULL;
    CREATE TABLE change (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, expired INTEGER NOT NULL,
      pk TEXT NOT NULL, sk TEXT NOT NULL, old TEXT, new TEXT);
    CREATE TABLE checkpoint (consumer TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE token (token TEXT PRIMARY KEY, request TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX token_at ON token (at);
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    PRAGMA application_id=${0x50_61_6c_61};
    PRAGMA user_version=1;
    PRAGMA journal_mode=WAL`);
  const insertItem = db.prepare('INSERT INTO item (pk, sk, expires, doc) VALUES (?, ?, ?, ?)');
  for (const row of rows)
    insertItem.run(textOf(row, 'pk'), textOf(row, 'sk'), numberOf(row, 'expiresAt'), JSON.stringify(row));
  const insertChange = db.prepare(
    'INSERT INTO change (at, expired, pk, sk, old, new) VALUES (?, 0, ?, ?, ?, ?)',
  );
  for (const { old, new: next } of changes) {
    const row = (next ?? old) as Row;
    insertChange.run(1_773_043_200_000, textOf(row, 'pk'), textOf(row, 'sk'), docOf(old), docOf(next));
  }
  for (const index of indexes) writeIndex(db, index, rows);
  db.prepare("INSERT INTO setting VALUES ('indexes', ?)").run(
    JSON.stringify(Object.fromEntries(indexes.map((index) => [index.name, JSON.stringify(index)]))),
  );
  db.close();
};

const writeIndex = (
  db: DatabaseSync,
  { hash, range, name, projection }: typeof view,
  rows: readonly Row[],
) => {
  db.exec(`CREATE TABLE "index ${name}" (h TEXT NOT NULL, r TEXT NOT NULL, pk TEXT NOT NULL, sk TEXT NOT NULL, doc TEXT NOT NULL,
    PRIMARY KEY (h, r, pk, sk)) WITHOUT ROWID`);
  const insert = db.prepare(`INSERT INTO "index ${name}" VALUES (?, ?, ?, ?, ?)`);
  for (const row of rows.filter((one) => one[hash] && one[range])) {
    const entry = Object.fromEntries(
      Object.entries(row).filter(([attribute]) => projection.includes(attribute)),
    );
    const keys = [hash, range, 'pk', 'sk'].map((attribute) => textOf(row, attribute));
    insert.run(...keys, JSON.stringify(entry));
  }
};

const textOf = (row: Row, name: string): string => (row[name] as { S: string } | undefined)?.S ?? '';
const numberOf = (row: Row, name: string): number | null =>
  row[name] ? Number((row[name] as { N: string }).N) : null;
const docOf = (row: Row | undefined) => (row ? JSON.stringify(row) : null);

/** A comment as format 1 had it. @param verdict in the words of its text */
export const earlierRow = (comment: Comment, verdict: string): Row => {
  const place = viewOf(comment);
  const isListed = place !== undefined && comment.status !== 'approved';
  return asRow({
    pk: `${comment.site}#${comment.article}`,
    sk: `C#${comment.id}`,
    v: place?.v,
    vs: place?.vs,
    a: comment.authorKey,
    record: `${comment.authorRecord.approved}/${comment.authorRecord.refused}`,
    status: comment.status,
    version: comment.version,
    author: comment.author,
    url: comment.url,
    text: comment.text,
    parent: comment.parent,
    root: comment.root === comment.id ? undefined : comment.root,
    language: comment.language,
    since: comment.since,
    [isListed ? 'queueVerdict' : 'verdict']: verdict,
    policy: comment.policyVersion,
    network: comment.networkKey,
    email: comment.emailKey,
    print: comment.fingerprint,
    decision: comment.decision,
    expiresAt: comment.expiresAt === undefined ? undefined : Math.ceil(comment.expiresAt / 1000),
    title: comment.articleTitle,
    link: comment.articleLink,
  });
};

export const asRow = (values: Readonly<Record<string, string | number | undefined>>): Row =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return [];
      return [[name, typeof value === 'string' ? { S: value } : { N: String(value) }]];
    }),
  );
