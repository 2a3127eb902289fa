import { setTimeout as pause } from 'node:timers/promises';
import type { Functions } from '../functions/run-functions.ts';
import { createBell } from './bell.ts';
import { UNWANTED_MAX } from './change-feed.ts';
import { deliver, type FollowedDelivery } from './deliver.ts';
import { seqOf } from './event-record.ts';

/** Changes read at once. */
const READ_MAX = 1000;
/** What is written meanwhile shares the next batch: each costs a call of the function, a transaction and their way between the threads. */
const GATHER_MS = 100;
/** After a read that failed. */
const RETRY_MS = 1000;

export type Follower = {
  /** Something was written: look at once. */
  readonly wake: () => void;
  /** Resolves when the batch under way is over. */
  readonly stop: () => Promise<void>;
};

type Setup = {
  readonly ask: Functions['ask'];
  /** The feed leaves out what the function does not want. */
  readonly delivery: Omit<FollowedDelivery, 'isWanted'>;
  readonly onTrouble: (error: unknown) => void;
  /** How long a look at what was written waits after the one before; milliseconds. */
  readonly gatherMs?: number;
};

/**
 * Brings every change of the embedded database that a function wants to it, at least once and in order, from where it was left. It sleeps
 * until it is woken; what was written meanwhile comes in one batch.
 */
export const followChanges = (setup: Setup): Follower => {
  const { gatherMs = GATHER_MS } = setup;
  const stopping = new AbortController();
  const { signal } = stopping;
  const bell = createBell();
  signal.addEventListener('abort', bell.ring);
  const follow = async () => {
    let position: number | undefined;
    while (!signal.aborted) {
      try {
        position = await catchUp(setup, position, signal);
        await pause(gatherMs, undefined, { signal });
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
