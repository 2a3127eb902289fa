import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openEngine } from '../../../local/engine/engine.ts';
import { readWal } from '../../../local/engine/file/wal.ts';
import { definition } from '../../reference/definition.ts';
import { withFolder } from '../with-folder.ts';

// What a process that was killed leaves: a database with its log or its journal, and what becomes of either without the other.

const folder = withFolder();
const TableName = 'left';
const PAGE = 4096;
let files = 0;
const newFile = () => {
  files += 1;
  return join(folder, `${files}.db`);
};
const open = (file: string) => openEngine({ file, tableName: TableName, definition });

const ENDS = ['', '-wal', '-journal'];
const copy = (from: string) => {
  const to = newFile();
  for (const end of ENDS) if (existsSync(from + end)) copyFileSync(from + end, to + end);
  return to;
};
const bytesOf = (file: string) =>
  ENDS.map((end) => (existsSync(file + end) ? readFileSync(file + end).toString('base64') : undefined));
const changesIn = (file: string) => {
  const engine = open(file);
  const changes = engine.changes.after(0, 10_000).length;
  engine.close();
  return changes;
};

/** @returns the one sentence that refuses a file; it and what is beside it stay as they are */
const refusalOf = (file: string): string => {
  const before = bytesOf(file);
  let sentence = '';
  try {
    open(file).close();
  } catch (error) {
    sentence = (error as Error).message;
  }
  expect(bytesOf(file)).toEqual(before);
  expect(sentence.split('\n')).toHaveLength(1);
  expect(sentence).toContain(file);
  return sentence;
};

describe('a database of 750 pages, of which the log holds those that were written last', () => {
  let left: string;
  const WRITTEN = 1500;

  beforeAll(async () => {
    const file = newFile();
    const engine = open(file);
    for (let at = 0; at < WRITTEN; at += 50)
      await Promise.all(
        Array.from({ length: 50 }, (_, more) =>
          engine.send(
            new PutItemCommand({
              TableName,
              Item: { pk: { S: 'p' }, sk: { S: String(at + more) }, text: { S: 'x'.repeat(900) } },
            }),
          ),
        ),
      );
    // Some pages are in the file alone, some in the log alone.
    const other = new DatabaseSync(file);
    other.exec('PRAGMA wal_checkpoint(PASSIVE); INSERT INTO setting VALUES (1, zeroblob(200000))');
    left = copy(file);
    other.close();
    engine.close();
  });

  const pagesIn = (file: string) => statSync(file).size / PAGE;

  test('is put together from both', () => {
    const { pageCount, pages } = readWal(`${left}-wal`);
    expect(pageCount).toBeGreaterThan(pagesIn(left));
    expect(pages.has(pageCount)).toBe(true);
    expect(changesIn(copy(left))).toBe(WRITTEN);
  });

  test.each([0.99, 0.9, 0.75, 0.5, 0.1])('is refused when the file is cut to %d of it', (share) => {
    const file = copy(left);
    truncateSync(file, Math.floor(pagesIn(file) * share) * PAGE);
    expect(refusalOf(file)).toMatch(/is cut short: move it away with .*-wal, and bring it back from a copy/);
  });

  test('is refused when the log ends before the pages that the file lacks', () => {
    const file = copy(left);
    const first = statSync(file).size - PAGE;
    truncateSync(file, first);
    truncateSync(`${file}-wal`, 32 + 10 * (24 + PAGE));
    expect(refusalOf(file)).toContain('is cut short');
  });

  test('is refused when a page that the file lacks is damaged in the log', () => {
    const file = copy(left);
    const log = readFileSync(`${file}-wal`);
    log.writeUInt8(log.readUInt8(200) ^ 1, 200);
    writeFileSync(`${file}-wal`, log);
    // SQLite reads a log up to its first damaged page.
    expect(readWal(`${file}-wal`)).toEqual({ pageCount: 0, pages: new Set() });
    truncateSync(file, statSync(file).size - PAGE);
    expect(refusalOf(file)).toContain('is cut short');
  });

  test.each<[string, (file: string) => void]>([
    ['missing', rmSync],
    ['empty', (file) => writeFileSync(file, '')],
  ])('is refused when the file is %s and the log is there, and opened when it is back', (_, lose) => {
    const file = copy(left);
    const away = `${file}.away`;
    copyFileSync(file, away);
    lose(file);
    const sentence = refusalOf(file);
    expect(sentence).toContain('is missing or empty');
    expect(sentence).toContain(`move ${file}-wal away`);
    renameSync(away, file);
    expect(changesIn(file)).toBe(WRITTEN);
  });
});

describe('a journal', () => {
  /** A database in the middle of a transaction whose pages are partly in the file. */
  const interrupted = (make: (db: DatabaseSync) => void): string => {
    const file = newFile();
    const db = new DatabaseSync(file);
    make(db);
    db.exec('PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN');
    db.exec('CREATE TABLE filler (bytes); INSERT INTO filler VALUES (zeroblob(400000))');
    const left = copy(file);
    db.close();
    expect(readFileSync(`${left}-journal`)[0]).not.toBe(0);
    return left;
  };
  const ours = (db: DatabaseSync) => {
    const file = db.location() as string;
    db.close();
    open(file).close();
    db.open();
    db.exec('PRAGMA journal_mode=DELETE');
  };

  test('of a transaction that was begun is rolled back', () => {
    const file = interrupted(ours);
    expect(changesIn(file)).toBe(0);
    const db = new DatabaseSync(file);
    expect(() => db.prepare('SELECT * FROM filler')).toThrow('no such table');
    db.close();
  });

  test('does not hide that the file is cut', () => {
    const file = interrupted(ours);
    truncateSync(file, 2 * PAGE);
    expect(refusalOf(file)).toContain('is cut short');
  });

  test('does not hide that the file is missing', () => {
    const file = interrupted(ours);
    rmSync(file);
    expect(refusalOf(file)).toContain('is missing or empty');
  });

  test('of a database of something else stays, and so does that', () => {
    const file = interrupted((db) => db.exec('CREATE TABLE note (text)'));
    const sentence = refusalOf(file);
    expect(sentence).toContain('is not a database of Palabre');
    expect(sentence).toContain(`Move it and ${file}-journal away`);
  });

  test('beside a text stays, and so does that', () => {
    const file = newFile();
    writeFileSync(file, 'Dear diary, '.repeat(50));
    writeFileSync(`${file}-journal`, 'My journal');
    expect(refusalOf(file)).toContain('is not a database of Palabre');
  });

  test('of a file that was being made empties no other that is put in its place', async () => {
    const file = newFile();
    const engine = open(file);
    await engine.send(new PutItemCommand({ TableName, Item: { pk: { S: 'p' }, sk: { S: 's' } } }));
    engine.close();
    copyFileSync(`${unborn()}-journal`, `${file}-journal`);
    expect(refusalOf(file)).toMatch(/-journal belongs to another database/);
    rmSync(`${file}-journal`);
    expect(changesIn(file)).toBe(1);
  });

  /** What a start leaves that is killed while it makes the file. */
  const unborn = () => {
    const file = newFile();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA cache_size=1; PRAGMA cache_spill=1; BEGIN; CREATE TABLE item (bytes)');
    db.exec('INSERT INTO item VALUES (zeroblob(400000))');
    const left = copy(file);
    db.close();
    expect(readFileSync(`${left}-journal`).readUInt32BE(16)).toBe(0);
    return left;
  };

  test('of a file that was being made, and is still empty, is no obstacle to making it', () => {
    const file = unborn();
    writeFileSync(file, '');
    expect(changesIn(file)).toBe(0);
    const blank = unborn();
    writeFileSync(blank, Buffer.alloc(PAGE));
    expect(changesIn(blank)).toBe(0);
    expect(readdirSync(folder)).not.toContain(`${basename(file)}-journal`);
  });
});

describe('a database that lacks something', () => {
  const spoil = (work: (file: string) => void) => {
    const file = newFile();
    open(file).close();
    work(file);
    return file;
  };

  test.each(['item', 'change', 'checkpoint', 'token', '"index view"'])(
    'is refused with what to do: the table %s',
    (table) => {
      const file = spoil((path) => {
        const db = new DatabaseSync(path);
        db.exec(`DROP TABLE ${table}`);
        db.close();
      });
      expect(refusalOf(file)).toMatch(/lacks what a database of Palabre has: bring it back from a copy/);
    },
  );

  test('is refused with what to do: a log that was not copied', () => {
    const file = spoil((path) => writeFileSync(`${path}-shm`, 'an index of it'));
    expect(refusalOf(file)).toMatch(
      /-shm is there without .*-wal, which held what was written last: put it back/,
    );
    rmSync(`${file}-shm`);
    open(file).close();
  });

  test('is refused with what to do: pages that are zeroed', () => {
    const file = spoil((path) => {
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0, PAGE));
    });
    expect(refusalOf(file)).toMatch(/is damaged: bring it back from a copy/);
  });
});
