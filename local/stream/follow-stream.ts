import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import { createBell } from './bell.ts';
import type { Checkpoint } from './checkpoint.ts';
import { deliver, type FollowedDelivery } from './deliver.ts';
import type { Follower } from './follow-changes.ts';
import { listShards, readShard, type Source } from './read-shards.ts';
import { toEventRecord } from './stream-record.ts';

const POLL_MS = 1000;

type Setup = {
  readonly source: Source;
  readonly checkpoint: Checkpoint;
  readonly delivery: FollowedDelivery;
  readonly onTrouble: (error: unknown) => void;
  /** How often an idle stream is polled; a second by default. */
  readonly pollMs?: number;
};

/** Follows a table's stream from its checkpoint, and delivers every change that passes the filter at least once and in order. */
export const followStream = (setup: Setup): Follower => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const bell = createBell();
  signal.addEventListener('abort', bell.ring);
  const follow = async () => {
    while (!signal.aborted) {
      await catchUp(setup, signal).catch((error: unknown) => signal.aborted || setup.onTrouble(error));
      await bell.rung(setup.pollMs ?? POLL_MS);
    }
  };
  const following = follow();
  return {
    wake: bell.ring,
    stop: async () => {
      stopping.abort();
      await following;
    },
  };
};

/** Reads all shards to their current end; a shard waits until its parent has ended. */
export const catchUp = async (setup: Setup, signal: AbortSignal): Promise<void> => {
  const { source, checkpoint } = setup;
  const shards = await listShards(source);
  const names = shards.map(({ ShardId = '' }) => ShardId);
  checkpoint.keepOnly(names);
  const isOver = (name = '') => !names.includes(name) || checkpoint.of(name).isOver === true;
  const seen = new Set<string>();
  while (true) {
    const ready = shards.filter(
      ({ ShardId = '', ParentShardId }) => !seen.has(ShardId) && !isOver(ShardId) && isOver(ParentShardId),
    );
    if (ready.length === 0) return;
    for (const { ShardId = '' } of ready) seen.add(ShardId);
    await Promise.all(ready.map(({ ShardId = '' }) => catchUpShard(setup, ShardId, signal)));
  }
};

const catchUpShard = async (
  { source, checkpoint, delivery }: Setup,
  shard: string,
  signal: AbortSignal,
): Promise<void> => {
  const sequences = new WeakMap<DynamoDBRecord, string>();
  const settle = (record: DynamoDBRecord) => checkpoint.set(shard, { after: sequences.get(record) ?? '' });
  const pages = readShard(source, shard, checkpoint.of(shard));
  for (let page = await pages.next(); ; page = await pages.next()) {
    if (page.done) return page.value ? checkpoint.set(shard, { isOver: true }) : undefined;
    const records = page.value.map((record) => {
      const event = toEventRecord(record, source.arn);
      sequences.set(event, record.dynamodb?.SequenceNumber ?? '');
      return event;
    });
    await deliver(records.filter(delivery.isWanted), {
      ...delivery,
      wait: (ms) => pause(ms, undefined, { signal }),
      onDone: settle,
    });
    // What nobody wants is not read again with every look.
    const last = records.at(-1);
    if (last && !delivery.isWanted(last)) settle(last);
  }
};
