import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Functions } from '../functions/run-functions.ts';
import { UNWANTED_MAX } from './change-feed.ts';
import { type Delivery, deliver } from './deliver.ts';
import { seqOf } from './event-record.ts';

/** Changes read at once. */
const READ_MAX = 1000;
/** After a read that failed. */
const RETRY_MS = 1000;

export type Follower = {
  /** Something was written: look at once. */
  readonly wake: () => void;
  /** Resolves when the batch under way is over. */
  readonly stop: () => Promise<void>;
};

export type FollowedDelivery = Omit<Delivery, 'onDone' | 'wait'> & {
  /** Whether the function gets a record at all. */
  readonly isWanted: (record: DynamoDBRecord) => boolean;
};

type Setup = {
  readonly ask: Functions['ask'];
  readonly delivery: Omit<Delivery, 'onDone' | 'wait'>;
  readonly onTrouble: (error: unknown) => void;
};

/**
 * Brings every change of the embedded database that a function wants to it, at least once and in order, from where it was left. It sleeps
 * until it is woken; what was written meanwhile comes in one batch.
 */
export const followChanges = (setup: Setup): Follower => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const bell = createBell();
  signal.addEventListener('abort', bell.ring);
  const follow = async () => {
    let position: number | undefined;
    while (!signal.aborted) {
      try {
        position = await catchUp(setup, position, signal);
        await bell.rung();
      } catch (error) {
        if (signal.aborted) return;
        // What was settled meanwhile need not come again.
        position = undefined;
        setup.onTrouble(error);
        await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
      }
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

/** Whoever waits is woken by the next ring, or at once when it rang since the last time. */
const createBell = () => {
  let isRung = false;
  let wake = () => {};
  return {
    ring: () => {
      isRung = true;
      wake();
    },
    rung: async () => {
      if (!isRung)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      isRung = false;
    },
  };
};

/** @returns the last change that is over; whatever is written after it rings again */
const catchUp = async (
  { ask, delivery }: Setup,
  from: number | undefined,
  signal: AbortSignal,
): Promise<number> => {
  let after = from;
  let settled = from;
  const settle = async (seq: number) => {
    settled = seq;
    await ask('$settle', { seq });
  };
  for (;;) {
    const batch = await ask('$changes', { after, limit: READ_MAX });
    settled ??= batch.after;
    await deliver(batch.records, {
      ...delivery,
      wait: (ms) => pause(ms, undefined, { signal }),
      onDone: async (record) => settle(seqOf(record)),
    });
    after = batch.upTo;
    if (after - settled >= UNWANTED_MAX) await settle(after);
    if (!batch.isCut || signal.aborted) return after;
  }
};
