import { setTimeout as pause } from 'node:timers/promises';
import type { Functions } from '../functions/run-functions.ts';
import { createBell } from './bell.ts';
import { deliver, type FollowedDelivery } from './deliver.ts';
import { seqOf } from './event-record.ts';

/** Maximum changes in one read. */
const READ_MAX = 1000;
/** Writes within this time share a batch: each batch costs an invocation, a transaction and messages between the threads. */
const GATHER_MS = 100;
/** Wait after a failed read. */
const RETRY_MS = 1000;

export type Follower = {
  /** Ends the wait for changes, since something was written. */
  readonly wake: () => void;
  /** Resolves when the current batch is done, and what the function does not want of the rest is settled. */
  readonly stop: () => Promise<void>;
};

type Setup = {
  readonly ask: Functions['ask'];
  /** Without `isWanted`: the feed has applied the filter. */
  readonly delivery: Omit<FollowedDelivery, 'isWanted'>;
  readonly onTrouble: (error: unknown) => void;
  /** Minimum wait between two reads, in milliseconds. */
  readonly gatherMs?: number;
};

/**
 * Delivers every change of the embedded database that passes the filter to a function, at least once and in order, from its
 * checkpoint on. It sleeps until it is woken; changes written meanwhile share a batch.
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
        // Start from the checkpoint, so that settled changes are not delivered again.
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
      await settleUnwanted(setup).catch(setup.onTrouble);
    },
  };
};

/** Delivers all changes there are. @returns the last one; a later write rings the bell again */
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
    if (after > settled) await settle(after);
    if (!batch.isCut || signal.aborted) return after;
  }
};

/** Settles changes up to the first that the function has still to be told of. */
const settleUnwanted = async ({ ask }: Setup): Promise<void> => {
  for (;;) {
    const { after, upTo, records, isCut } = await ask('$changes', { after: undefined, limit: READ_MAX });
    const seq = records[0] ? seqOf(records[0]) - 1 : upTo;
    if (seq > after) await ask('$settle', { seq });
    if (records[0] || !isCut) return;
  }
};
