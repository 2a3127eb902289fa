import { randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  CreateTableCommand,
  DeleteItemCommand,
  DescribeTableCommand,
  DynamoDBClient,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clientOptions } from '../../local/client-options.ts';
import { type Engine, openEngine } from '../../local/engine/engine.ts';
import { listShards, readShard } from '../../local/stream/read-shards.ts';
import {
  type Command,
  canonical,
  inOrder,
  itemOf,
  type Outcome,
  outcomeOf,
  withoutQuirks,
} from './compare.ts';
import { definition } from './definition.ts';
import { step } from './steps/index.ts';
import { keysOf } from './steps/items.ts';
import type { Step } from './steps/step.ts';

// Random operations on the embedded engine and on the reference behind DYNAMODB_ENDPOINT (`npm run test:reference`): answers,
// errors, consumed capacity and change records must be the same. DIFFERENTIAL_STEPS and DIFFERENTIAL_SEED (a number, or `random`) ask for more, or others.

/** Set by `npm run test:reference`, which alone runs this folder. */
const endpoint = process.env.DYNAMODB_ENDPOINT ?? '';
/** The same operations every time, unless others are asked for: a change that is not at fault must not meet a rare difference. */
const SEED = 899_700_794;
/** @param asked a number, or `random` */
const seedOf = (asked = String(SEED)): number => (asked === 'random' ? randomInt(2 ** 31) : Number(asked));
const STEPS = Number(process.env.DIFFERENTIAL_STEPS ?? 10_000);
const STEPS_PER_RUN = 20;
const seed = seedOf(process.env.DIFFERENTIAL_SEED);
const TABLE = `differential-${seed}-${Date.now()}`;

describe('the embedded engine', () => {
  const reference = new DynamoDBClient({
    ...clientOptions(endpoint),
    maxAttempts: 1,
  });
  let engine: Engine;

  beforeAll(async () => {
    process.stderr.write(`differential test: seed ${seed}, ${STEPS} steps\n`);
    engine = openEngine({ tableName: TABLE, definition });
    await reference.send(
      new CreateTableCommand({
        ...(definition as never as object),
        TableName: TABLE,
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      } as never),
    );
  });
  afterAll(() => {
    engine.close();
    reference.destroy();
  });

  /** The reference foresees the end where a page's last item stands at the bound that was asked for; DynamoDB promises no such thing. */
  const isLast = async ({ input }: Command, { LastEvaluatedKey }: Outcome) => {
    const rest = new QueryCommand({ ...input, ExclusiveStartKey: LastEvaluatedKey } as never);
    return (await outcomeOf(engine as never, rest as never)).ScannedCount === 0;
  };

  /** Both carry out a command, and for a query go on from where its page ended. */
  const compare = async (command: Command): Promise<void> => {
    const before = await itemOf(engine as never, command);
    const [one, other] = [
      await outcomeOf(engine as never, command),
      await outcomeOf(reference as never, command),
    ];
    const after = await itemOf(engine as never, command);
    if (one.LastEvaluatedKey && !other.LastEvaluatedKey && (await isLast(command, one)))
      delete one.LastEvaluatedKey;
    const [ours, theirs] = withoutQuirks(command, one, other, [before, after]);
    const [mine, same] = [ours, theirs].map(({ message: _, ...outcome }) =>
      canonical(inOrder(command, outcome)),
    );
    if (!isDeepStrictEqual(mine, same))
      throw new Error(
        [command.constructor.name, command.input, 'before', before, 'ours', ours, 'the reference', theirs]
          .map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))
          .join('\n'),
      );
    if (theirs.LastEvaluatedKey && command instanceof QueryCommand)
      await compare(new QueryCommand({ ...command.input, ExclusiveStartKey: theirs.LastEvaluatedKey }));
  };

  test(`answers ${STEPS} random operations as the reference does`, async () => {
    let runs = 0;
    const run = async (steps: readonly Step[]) => {
      runs += 1;
      for (const make of steps) await compare(make(TABLE, `r${runs}-`) as Command);
      for (const Key of keysOf(`r${runs}-`)) {
        const remove = new DeleteItemCommand({ TableName: TABLE, Key, ReturnConsumedCapacity: 'INDEXES' });
        if (await itemOf(engine as never, remove as never)) await compare(remove as never);
      }
    };
    const steps = fc.array(step, { minLength: STEPS_PER_RUN, maxLength: STEPS_PER_RUN });
    await fc.assert(fc.asyncProperty(steps, run), {
      seed,
      numRuns: Math.ceil(STEPS / STEPS_PER_RUN),
      endOnFailure: true,
    });
  });

  test('records the same changes in the same order', async () => {
    const { Table } = await reference.send(new DescribeTableCommand({ TableName: TABLE }));
    const streams = new DynamoDBStreamsClient(clientOptions(endpoint));
    const source = { client: streams, arn: Table?.LatestStreamArn ?? '' };
    const theirs: unknown[] = [];
    for (const { ShardId = '' } of await listShards(source))
      for await (const page of readShard(source, ShardId, {}))
        theirs.push(
          ...page.map(({ dynamodb }) => canonical({ old: dynamodb?.OldImage, new: dynamodb?.NewImage })),
        );
    streams.destroy();
    const ours = engine.changes
      .after(0, 10 * STEPS)
      .map((change) => canonical({ old: imageOf(change.old), new: imageOf(change.new) }));
    expect(ours.length).toBe(theirs.length);
    for (const [at, change] of ours.entries()) expect(change).toEqual(theirs[at]);
  });
});

/** An image as the SDK hands it over: with bytes as bytes. */
const imageOf = (text: string | null) =>
  text === null ? undefined : JSON.parse(text, (name, value) => asBytes(name, value));
const asBytes = (name: string, value: unknown): unknown => {
  if (name === 'B' && typeof value === 'string') return Buffer.from(value, 'base64');
  return name === 'BS' && Array.isArray(value) ? value.map((one) => Buffer.from(one, 'base64')) : value;
};
