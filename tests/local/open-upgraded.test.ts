import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../local/engine/engine.ts';
import { keepOnce } from '../../local/keep.ts';
import { localDatabase } from '../../local/local-database.ts';
import { openUpgraded } from '../../local/open-upgraded.ts';
import { changeToRecord } from '../../local/stream/event-record.ts';
import type { Comment } from '../../src/comment/comment.ts';
import type { Finding, Verdict } from '../../src/comment/verdict.ts';
import { decide, undo } from '../../src/moderation/decision.ts';
import { readRecord } from '../../src/storage/dynamodb/changes.ts';
import type { Store } from '../../src/storage/dynamodb/store.ts';
import { openTestEngine } from '../storage/test-database.ts';
import { anId, aSite, aStored, NOW, openStore } from '../storage/with-store.ts';
import { asRow, earlierRow, type Row, writeEarlierFile } from './earlier-folder.ts';
import { withFolder } from './with-folder.ts';
import { run } from './with-server.ts';

const DAY_MS = 86_400_000;

const finding = (check: string, outcome: Finding['outcome'], term?: string): Finding => ({
  check,
  version: 1,
  outcome,
  score: outcome === 'approve' ? 0 : 0.5,
  traces: term === undefined ? [] : [{ field: 'text', term }],
  ms: 0.4,
});
/** Verdicts beside their texts as they were stored. */
const verdicts: Readonly<Record<string, readonly [Verdict, string]>> = {
  clean: [{ outcome: 'approve', findings: [finding('links', 'approve')] }, ';links.b4'],
  held: [
    { outcome: 'hold', findings: [finding('links', 'hold', 'a, b'), finding('shouting', 'approve')] },
    ';links!h.b4,0.5,text=a%2C b;shouting.b4',
  ],
  spam: [{ outcome: 'spam', findings: [finding('honeypot', 'spam')] }, ';honeypot!s.b4,0.5'],
  blatant: [
    { outcome: 'spam', findings: [finding('honeypot', 'spam'), finding('links', 'spam')] },
    ';honeypot!s.b4,0.5;links!s.b4,0.5',
  ],
};

let comments = 0;
const anEarlier = (kind: keyof typeof verdicts, stated: Partial<Comment>) => {
  comments += 1;
  const [verdict, text] = verdicts[kind] as readonly [Verdict, string];
  const since = NOW + comments * 1001;
  const comment = aStored({ id: anId(comments, since - 3), createdAt: since - 3, since, verdict, ...stated });
  return { comment, row: earlierRow(comment, text) };
};

const { networkKey: _, emailKey: __, ...forgotten } = aStored();
const root = anEarlier('clean', { status: 'approved', url: 'https://camille.example.fr/' });
const kept = {
  root,
  reply: anEarlier('held', {
    ...{ status: 'approved', version: 2, decision: 'batch' },
    ...{ parent: root.comment.id, root: root.comment.id },
  }),
  pending: anEarlier('held', { authorRecord: { approved: 3, refused: 1 }, articleTitle: 'Gare' }),
  later: anEarlier('held', { expiresAt: NOW + 90 * DAY_MS + 1 }),
  forgotten: {
    comment: { ...forgotten, id: anId(900), root: anId(900), verdict: verdicts.held?.[0] as Verdict },
    get row() {
      return earlierRow(this.comment, verdicts.held?.[1] ?? '');
    },
  },
  rejected: anEarlier('held', { status: 'rejected', version: 3, decision: 'other' }),
  spam: anEarlier('spam', { status: 'spam' }),
  blatant: anEarlier('blatant', { status: 'spam' }),
  withdrawn: anEarlier('held', { status: 'withdrawn', version: 2 }),
};
const all = Object.values(kept);
const others: readonly Row[] = [
  asRow({ pk: 'demo#gare-de-lyon', sk: 'A', approved: 2, pending: 3, version: 1, title: 'Gare' }),
  asRow({ pk: '~Q#demo', sk: 'Q', pending: 3, spam: 1 }),
  asRow({ pk: '~S', sk: 'demo', version: 4, name: 'Le Courrier', record: 'kept', text: 'as it is' }),
];
const damaged = asRow({ pk: 'demo#gare-de-lyon', sk: 'C#broken', v: 'demo#gare-de-lyon', vs: anId(999) });

const folder = withFolder();
const folderOf = (name: string) => {
  const dataDir = join(folder, name);
  mkdirSync(dataDir);
  const rows = [...all.map(({ row }) => row), ...others, damaged];
  writeEarlierFile(localDatabase(dataDir).file, rows, [
    { new: kept.pending.row },
    { old: kept.pending.row, new: kept.reply.row },
    { old: kept.spam.row },
    ...others.map((row) => ({ new: row })),
  ]);
  return dataDir;
};

/** All but the days' items, which the format before wrote from the stream. */
const dump = async (engine: Engine, TableName: string) => {
  const { Items = [] } = await engine.send(new ScanCommand({ TableName }));
  return new Map(
    Items.filter(({ pk }) => !pk?.S?.startsWith('~D#')).map((item) => [
      `${item.pk?.S} ${item.sk?.S}`,
      item as Record<string, AttributeValue>,
    ]),
  );
};

/** All that anybody is shown of the comments. */
const look = async (store: Store) => {
  const article = { site: 'demo', article: 'gare-de-lyon', limit: 50 } as const;
  const queue = { site: 'demo', order: 'newest', limit: 50 } as const;
  const due = { site: 'demo', before: NOW + DAY_MS } as const;
  return {
    oldest: await store.listShown({ ...article, order: 'oldest' }),
    newest: await store.listShown({ ...article, order: 'newest' }),
    moderated: (await store.listOfArticle({ ...article, order: 'newest' })).items,
    rejected: (await store.listOfArticle({ ...article, order: 'newest', status: 'rejected' })).items,
    pending: await store.listQueue({ ...queue, queue: 'pending' }),
    linked: await store.listQueue({ ...queue, queue: 'pending', reason: 'links' }),
    shouting: await store.listQueue({ ...queue, queue: 'pending', reason: 'shouting' }),
    spam: await store.listQueue({ ...queue, queue: 'spam' }),
    duePending: await store.listDue({ ...due, listing: 'pending' }),
    dueRejected: await store.listDue({ ...due, listing: 'rejected' }),
    networked: await store.listNetworked('demo', 'gare-de-lyon', { from: NOW, until: NOW + DAY_MS }),
  };
};

/** Decisions on comments of every status but the last one, and the undoing of one of them. */
const moderate = async (store: Store) => {
  const context = { site: aSite(), by: 'claire', now: NOW + DAY_MS, batch: anId(5000) as string };
  const save = async (comment: Comment, decision: 'approve' | 'reject' | 'spam') =>
    store.saveStatus(decide((await store.find(comment)) as Comment, { decision }, context));
  await save(kept.pending.comment, 'approve');
  await save(kept.root.comment, 'reject');
  await save(kept.rejected.comment, 'spam');
  await save(kept.spam.comment, 'approve');
  await save(kept.blatant.comment, 'reject');
  const approved = (await store.find(kept.spam.comment)) as Comment;
  await store.saveStatus(
    undo(
      approved,
      { version: approved.version, before: 'spam' },
      { ...context, batch: anId(5001) as string },
    ),
  );
  expect(await store.forgetNetwork(kept.later.comment)).toBe(true);
  expect(await store.removeDue(kept.blatant.comment, NOW + 60 * DAY_MS)).toBe(true);
};

describe('a data folder of the format before', () => {
  let earlier: { readonly store: Store; readonly engine: Engine; readonly tableName: string };
  let fresh: typeof earlier;

  let folders = 0;

  beforeEach(async () => {
    folders += 1;
    const setup = localDatabase(folderOf(`opened-${folders}`));
    const opened = openUpgraded(setup);
    earlier = { ...openStore(opened, setup.tableName), engine: opened };
    const made = openTestEngine('fresh');
    fresh = { ...openStore(made, 'fresh'), engine: made };
    for (const { comment } of all) await fresh.store.add(comment);
  });
  afterEach(() => {
    earlier.engine.close();
    fresh.engine.close();
  });

  test('holds after the start exactly what this version would have written, and all else as it was', async () => {
    const [items, wanted] = [
      await dump(earlier.engine, earlier.tableName),
      await dump(fresh.engine, 'fresh'),
    ];
    for (const [key, item] of wanted) expect(items.get(key)).toEqual(item);
    for (const row of others) expect([...items.values()]).toContainEqual(row);
    expect(items.size).toBe(wanted.size + others.length + 1);
    for (const { comment } of all)
      expect(await earlier.store.find(comment)).toEqual(await fresh.store.find(comment));
  });

  test('tells the stream’s consumer of the changes that it has not read yet', () => {
    const told = earlier.engine.changes
      .after(0, 3)
      .flatMap((change) => readRecord(changeToRecord(change, 'stream')))
      .filter(({ kind }) => kind === 'comment');
    expect(told).toMatchObject([
      { after: kept.pending.comment },
      { before: kept.pending.comment, after: kept.reply.comment },
      { before: kept.spam.comment },
    ]);
    const rest = earlier.engine.changes.after(3, 10);
    expect(rest.slice(0, 3).map((change) => JSON.parse(change.new ?? ''))).toEqual(others);
  });

  test('shows readers and moderators the same, before decisions and after them', async () => {
    const before = await look(earlier.store);
    expect(before).toEqual(await look(fresh.store));
    expect(before.oldest.items.map(({ id }) => id)).toEqual([kept.root.comment.id, kept.reply.comment.id]);
    expect(before.linked.items).toHaveLength(3);
    expect(before.spam.items).toHaveLength(1);
    expect(before.dueRejected.items).toHaveLength(1);

    for (const { store } of [earlier, fresh]) await moderate(store);
    expect(await look(earlier.store)).toEqual(await look(fresh.store));
    const [items, wanted] = [
      await dump(earlier.engine, earlier.tableName),
      await dump(fresh.engine, 'fresh'),
    ];
    for (const [key, item] of wanted) expect(items.get(key)).toEqual(item);
  });
});

test('a command on such a folder says once that it brought the data to its own form', async () => {
  const dataDir = folderOf('commanded');
  await keepOnce(join(dataDir, 'secret'), () => 'ab'.repeat(32));
  const first = await run(dataDir, ['job', 'reconcile-counts']);
  expect(first.errors).toMatch(
    /comments[.]db was made by an older version of Palabre: its 13 items have been brought to this one's form[.]\n/,
  );
  expect(first.code).toBe(0);
  expect((await run(dataDir, ['job', 'reconcile-counts'])).errors).not.toContain('older version');
});
