import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  DeleteItemCommand,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Send } from '../../src/storage/dynamodb/send.ts';
import { consumed, type Units, unitsOf } from './capacity.ts';
import { type Change, type Changes, openChanges } from './changes.ts';
import { noSuchTable, onFile, unsupported } from './errors.ts';
import { removeExpired } from './expiry.ts';
import { openDatabase } from './file/database.ts';
import { createGroup } from './file/group-commit.ts';
import type { Upgrade } from './file/upgrade.ts';
import { openItems } from './items.ts';
import { checkOptions } from './options.ts';
import { query, scan } from './queries/queries.ts';
import { getBatch, getOne } from './reads.ts';
import { schemaOf, type TableDefinition } from './schema.ts';
import { writeAll } from './transactions.ts';
import { attributesOf, type WriteKind, writeOne } from './writes.ts';

export type EngineSetup = {
  /** The SQLite file; without it, the database is in memory. */
  readonly file?: string;
  readonly tableName: string;
  readonly definition: TableDefinition;
  readonly now?: () => number;
  /** Called after a commit with its changes, in order. */
  readonly onCommit?: (changes: readonly Change[]) => void;
  /** The file's maximum size, in pages of 4 KB. */
  readonly pagesMax?: number;
  /** Upgrades a file of an older format; without it, such a file is refused. */
  readonly upgrade?: Upgrade;
};

/** DynamoDB's semantics for one table, in this process. */
export type Engine = {
  /** Takes the SDK's commands, and returns and throws what the SDK's client does. */
  readonly send: Send;
  readonly changes: Changes;
  /**
   * Removes up to `limit` expired items.
   * @param until items that expire after this time stay, whatever the clock says; epoch milliseconds
   * @returns how many were removed @throws InternalServerError when the file cannot be written
   */
  readonly removeExpired: (limit: number, until?: number) => number;
  readonly close: () => void;
};

type Answer = { readonly output: object; readonly units: () => Units };
type Operation = { readonly isWrite: boolean; readonly run: (input: never) => Answer };

/** @throws with a sentence for the operator when the file cannot be used. */
export const openEngine = (setup: EngineSetup): Engine => {
  const { file, tableName, definition, now = () => Date.now(), onCommit = () => {} } = setup;
  const schema = schemaOf(definition);
  const { database, items, changes, settling } = openDatabase(file, schema, setup, (opened) => ({
    ...{ database: opened, items: openItems(opened, schema) },
    ...openChanges(opened),
  }));
  const operations = operationsOn({ database, items, schema, tableName, now });
  const tell = (isCommitted: boolean) => {
    const recorded = items.takeRecorded(isCommitted);
    if (recorded.length > 0) onCommit(recorded);
  };
  const group = createGroup(database, {
    write: settling.write,
    onEnd: (isCommitted) => {
      if (isCommitted) settling.forget();
      tell(isCommitted);
    },
  });

  return {
    send: createSend(tableName, operations, group),
    changes,
    removeExpired: (limit, until = Number.POSITIVE_INFINITY) => {
      let removed = 0;
      try {
        removed = onFile(() => removeExpired(database, items, Math.min(now(), until), limit));
      } finally {
        tell(removed > 0);
      }
      return removed;
    },
    close: () => {
      group.flush();
      changes.flush();
      database.close();
    },
  };
};

type Context = Parameters<typeof writeAll>[0] & { readonly now: () => number };

/** Maps each command class to its operation. */
const operationsOn = (context: Context): ReadonlyMap<unknown, Operation> => {
  const { database, items, schema, tableName, now } = context;
  const read = <I>(run: (input: I) => Answer): Operation => ({ isWrite: false, run });
  const write = (kind: WriteKind): Operation => ({
    isWrite: true,
    run: (input: Parameters<typeof writeOne>[3]) => {
      const planned = writeOne(items, schema, kind, input, now());
      return { output: attributesOf(planned, input.ReturnValues), units: () => unitsOf(schema, planned) };
    },
  });
  const transaction = (input: TransactWriteItemsCommandInput) => {
    const units = writeAll(context, input, now());
    return { output: {}, units: () => units };
  };
  return new Map<unknown, Operation>([
    [GetItemCommand, read((input: GetItemCommandInput) => getOne(items, schema, input))],
    [
      BatchGetItemCommand,
      read((input: BatchGetItemCommandInput) => getBatch(items, schema, tableName, input)),
    ],
    [QueryCommand, read((input: QueryCommandInput) => query(database, schema, input))],
    [ScanCommand, read((input: ScanCommandInput) => scan(database, schema, input))],
    [PutItemCommand, write('Put')],
    [UpdateItemCommand, write('Update')],
    [DeleteItemCommand, write('Delete')],
    [TransactWriteItemsCommand, { isWrite: true, run: transaction }],
  ]);
};

type Input = { readonly TableName?: string; readonly ReturnConsumedCapacity?: string };
type Command = { readonly input: Input };

const createSend = (
  tableName: string,
  operations: ReadonlyMap<unknown, Operation>,
  { commit }: ReturnType<typeof createGroup>,
): Send => {
  const carryOut = (name: string, { run }: Operation, input: Input) => {
    checkOptions(name, input);
    if (input.TableName != null && input.TableName !== tableName) throw noSuchTable();
    const { output, units } = run(input as never);
    const capacity = consumed(tableName, input.ReturnConsumedCapacity, units);
    const isOfMany = name === 'TransactWriteItems' || name === 'BatchGetItem';
    return {
      $metadata: {},
      ...output,
      ...(capacity ? { ConsumedCapacity: isOfMany ? [capacity] : capacity } : {}),
    };
  };
  const send = async (command: Command): Promise<object> => {
    const name = command.constructor.name.replace(/Command$/, '');
    const operation = operations.get(command.constructor);
    if (!operation) throw unsupported(`the operation ${name}`);
    const work = () => carryOut(name, operation, command.input);
    if (operation.isWrite) return commit(work);
    return onFile(work);
  };
  return send as Send;
};
