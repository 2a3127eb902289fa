import { setTimeout as wait } from 'node:timers/promises';
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { openEngine } from '../local/engine/engine.ts';
import { localDatabase } from '../local/local-database.ts';
import { readPolicy } from '../src/comment/policies/stored-policy.ts';
import { createSend, type Send } from '../src/storage/dynamodb/send.ts';
import { createStore, type Store } from '../src/storage/dynamodb/store.ts';

// All that measurements know of how the store is opened. Everything else here asks the server, or this.

/** What some calls of the store took. */
export type Consumed = {
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly commands: number;
  /** Waits one after the other: commands under way at the same time are one. */
  readonly roundTrips: number;
};

export type BenchStore = {
  readonly store: Store;
  /** What was consumed since this was asked last. */
  readonly consumed: () => Consumed;
  readonly close: () => void;
};

const WRITES: ReadonlySet<string> = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'TransactWriteItemsCommand',
]);
/** As functions remember a site in production. */
const SITE_KEPT_MS = 60_000;
const nothing: Consumed = { writeUnits: 0, readUnits: 0, commands: 0, roundTrips: 0 };

/** Opens the store in a data folder no server runs on; without one, in memory. */
export const openBenchStore = (dataDir?: string): BenchStore => {
  const { file, ...table } = localDatabase(dataDir ?? '');
  const engine = openEngine(dataDir === undefined ? table : { file, ...table });
  let consumed = nothing;
  const add = (more: Partial<Consumed>) => {
    consumed = Object.fromEntries(
      Object.entries(consumed).map(([name, value]) => [name, value + (more[name as keyof Consumed] ?? 0)]),
    ) as Consumed;
  };
  const send = createSend(engine, {
    wait,
    random: Math.random,
    onCapacity: (command, capacities) => add({ commands: 1, ...unitsOf(command, capacities) }),
  });
  const store = createStore({
    tableName: table.tableName,
    send: countingTrips(send, () => add({ roundTrips: 1 })),
    report: (event, facts) => console.error(event, facts),
    ttlMs: SITE_KEPT_MS,
    now: Date.now,
    parsePolicy: readPolicy,
  });
  return {
    store,
    consumed: () => {
      const before = consumed;
      consumed = nothing;
      return before;
    },
    close: engine.close,
  };
};

const unitsOf = (command: string, capacities: readonly ConsumedCapacity[]): Partial<Consumed> => {
  const units = capacities.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
  return WRITES.has(command) ? { writeUnits: units } : { readUnits: units };
};

/** A trip begins with the first command that is under way alone. */
const countingTrips = (send: Send, onTrip: () => void): Send => {
  let underWay = 0;
  const counting = async (command: never) => {
    if (underWay === 0) onTrip();
    underWay += 1;
    try {
      return await send(command);
    } finally {
      underWay -= 1;
    }
  };
  return counting as Send;
};
