import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { storeOn } from '../../cli/store-on.ts';
import { type Engine, openEngine } from '../../local/engine/engine.ts';
import { LOCAL_TABLE } from '../../local/functions/environment.ts';
import { makeFolder } from '../../local/keep.ts';
import { localDatabase } from '../../local/local-database.ts';
import type { Comment } from '../../src/comment/comment.ts';
import { newCommentId } from '../../src/comment/comment-id.ts';
import type { Status } from '../../src/comment/status.ts';
import { type Decision, decide, undo } from '../../src/moderation/decision.ts';
import type { Store } from '../../src/storage/dynamodb/store.ts';
import type { Item } from '../journeys/with-backend.ts';
import { aSite, aStored } from '../storage/with-store.ts';

/** Articles and authors that comments are spread over: both are shared, and no article by the same authors. */
const ARTICLES = 25;
const AUTHORS = 40;
const SCREENED: readonly Status[] = ['pending', 'pending', 'pending', 'approved', 'spam'];
const DECIDED: readonly (Decision['decision'] | undefined)[] = ['approve', undefined, 'spam', 'reject'];
const UNDONE_EVERY = 11;
const KEPT_MS = 30 * 86_400_000;

export const site = aSite();

export type Opened = { readonly engine: Engine; readonly store: Store; readonly close: () => void };

/** A data folder's database, beside a server or without one. */
export const openFolder = (dataDir: string): Opened => {
  makeFolder(dataDir);
  const engine = openEngine(localDatabase(dataDir));
  return { engine, store: storeOn(engine, LOCAL_TABLE), close: engine.close };
};

export const dump = async ({ engine }: Pick<Opened, 'engine'>): Promise<readonly Item[]> => {
  const { Items = [] } = await engine.send(new ScanCommand({ TableName: 'palabre' }));
  return Items;
};

/** Writes the comments with these numbers, as submissions do. */
export const write = async ({ store }: Opened, from: number, to: number, articles = ARTICLES) => {
  const written: Comment[] = [];
  for (let n = from; n < to; n += 1) {
    const now = Date.now();
    const status = SCREENED[n % SCREENED.length] as Status;
    const { expiresAt: _, ...comment } = aStored({
      article: `a${n % articles}`,
      id: newCommentId(now, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, n >> 16, n >> 8, n & 255)),
      status,
      text: `Le train de ${n} heures ${n % 60} est en retard, et personne ne dit pourquoi. ${'voie '.repeat(n % 5)}`,
      createdAt: now,
      since: now,
      authorKey: `1:author${n % AUTHORS}`,
    });
    const stored = status === 'approved' ? comment : { ...comment, expiresAt: now + KEPT_MS };
    await store.add(stored);
    written.push(stored);
  }
  return written;
};

/** Decides on some of them, and undoes some decisions. */
export const moderate = async ({ store }: Opened, comments: readonly Comment[]) => {
  for (const [n, { id, article }] of comments.entries()) {
    const decision = DECIDED[n % DECIDED.length];
    const comment = await store.find({ site: site.id, article, id });
    if (!decision || comment?.status !== 'pending') continue;
    const context = () => ({ site, by: 'claire', now: Date.now(), batch: `${id}-${n}-once` });
    const change = decide(comment, { decision }, context());
    await store.saveStatus(change);
    if (n % UNDONE_EVERY !== 0) continue;
    const after = { ...comment, ...change.comment };
    await store.saveStatus(
      undo(after, { version: after.version, before: 'pending' }, { ...context(), batch: `${id}-${n}-undo` }),
    );
  }
};
