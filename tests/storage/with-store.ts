import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from '@jest/globals';
import type { Client } from '../../src/app.ts';
import type { Comment, CommentId } from '../../src/comment/comment.ts';
import { newCommentId } from '../../src/comment/comment-id.ts';
import { readPolicy } from '../../src/comment/policies/stored-policy.ts';
import { defaultPolicy } from '../../src/comment/policy.ts';
import type { Site } from '../../src/comment/site.ts';
import type { Verdict } from '../../src/comment/verdict.ts';
import { createSend, type Send } from '../../src/storage/dynamodb/send.ts';
import { createStore, type Store } from '../../src/storage/dynamodb/store.ts';
import { openTestDatabase } from './test-database.ts';

/** 9 March 2026, 08:00 UTC: a Monday morning on which all tests take place. */
export const NOW = Date.UTC(2026, 2, 9, 8);

/** Units consumed since the last look: writes and reads of table and indexes, and how many commands were sent. */
export type Consumed = { writes: number; reads: number; commands: string[] };

export type Fixture = {
  readonly store: Store;
  readonly send: Send;
  /** What the store sends by: the embedded engine, or the SDK's client of DYNAMODB_ENDPOINT. */
  readonly client: Client;
  readonly tableName: string;
  readonly consumed: () => Consumed;
  readonly reports: string[];
};

/** A store of its own for a test file, on the engine of DYNAMODB_ENDPOINT or else on the embedded one, in memory. */
export const withStore = (): Fixture => {
  const fixture = {} as { -readonly [K in keyof Fixture]: Fixture[K] };
  let close = async () => {};
  beforeAll(async () => {
    const tableName = `test-${randomUUID()}`;
    const database = await openTestDatabase(tableName);
    close = database.close;
    Object.assign(fixture, openStore(database.client, tableName));
  });
  afterAll(() => close());
  return fixture;
};

export const openStore = (client: Client, tableName: string): Fixture => {
  let tally: Consumed = { writes: 0, reads: 0, commands: [] };
  const send = createSend(client, {
    wait,
    random: () => 0.5,
    onCapacity: (command, consumed) => {
      tally.commands.push(command);
      for (const one of consumed) count(tally, command, one);
    },
  });
  const reports: string[] = [];
  const store = createStore({
    tableName,
    send,
    report: (event) => reports.push(event),
    ttlMs: 0,
    now: () => NOW,
    parsePolicy: readPolicy,
  });
  const consumed = () => {
    const before = tally;
    tally = { writes: 0, reads: 0, commands: [] };
    return before;
  };
  return { store, send, client, tableName, consumed, reports };
};

const WRITES = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'TransactWriteItemsCommand',
]);

const count = (tally: Consumed, command: string, { CapacityUnits = 0 }: ConsumedCapacity) => {
  if (WRITES.has(command)) tally.writes += CapacityUnits;
  else tally.reads += CapacityUnits;
};

export const aSite = (site: Partial<Site> = {}): Site => ({
  id: 'demo',
  name: 'Le Courrier',
  language: 'fr',
  origins: ['https://www.example.fr'],
  policy: defaultPolicy,
  version: 1,
  ...site,
});

/** The nth comment id of a moment. */
export const anId = (n: number, time = NOW): CommentId =>
  newCommentId(time, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, n >> 8, n & 255));

/** A verdict as long as real ones are: every check has its word. */
export const aVerdict = (outcome: 'approve' | 'hold' | 'spam' = 'hold', count = 15): Verdict => ({
  outcome,
  findings: Array.from({ length: count }, (_, at) => ({
    check: `check-number-${at}`,
    version: 1,
    outcome: at === 0 ? outcome : 'approve',
    score: at === 0 && outcome !== 'approve' ? 1 : 0,
    traces: at === 0 && outcome !== 'approve' ? [{ field: 'author', term: '0 approved, 0 refused' }] : [],
    ms: 0.12,
  })),
});

const TEXT = `Merci pour cet article très clair. Je prends ce train tous les matins et rien n'a changé depuis l'été :
trois retards par semaine, et personne sur le quai pour nous dire pourquoi. Qui va payer ?`;

/** A pending comment of an ordinary length. */
export const aStored = (comment: Partial<Comment> = {}): Comment => {
  const id = comment.id ?? anId(1);
  const status = comment.status ?? 'pending';
  return {
    site: 'demo',
    article: 'gare-de-lyon',
    id,
    status,
    version: 1,
    author: 'Camille',
    text: TEXT,
    root: id,
    language: 'fr',
    createdAt: NOW,
    since: NOW,
    verdict: aVerdict(status === 'approved' ? 'approve' : status === 'spam' ? 'spam' : 'hold'),
    policyVersion: 1,
    authorKey: '1:AAAAAAAAAAAAAAAAAAAAAA',
    authorRecord: { approved: 0, refused: 0 },
    networkKey: '2603:AAAAAAAAAAAAAAAAAAAAAA',
    emailKey: '1:BBBBBBBBBBBBBBBBBBBBBB',
    fingerprint: 'CCCCCCCCCCCCCCCCCCCCCC',
    seen: comment.decision !== undefined,
    ...(status === 'approved' ? {} : { expiresAt: NOW + 30 * 86_400_000 }),
    ...comment,
  };
};
