import { futureFrom } from '../../../comment/time.ts';
import type { WindowPlace } from '../../window-place.ts';
import { toSeconds } from '../codecs/expiry.ts';
import type { Key } from '../keys.ts';
import type { Table } from '../table.ts';
import { pushToRingBuffer, takeFromRingBuffer } from './ring-buffers.ts';
import { bytesOfTime, timeOfBytes } from './time-bytes.ts';

/** A window: how many places it has, and how long each is taken, in milliseconds. */
export type Window = { readonly size: number; readonly spanMs: number };

/** Takes a place in a window, which is a ring of the times of the last ones: there is a place once the oldest is out of the window. One write unit. */
export const takePlaceInWindow = async (
  table: Table,
  key: Key,
  { size, spanMs }: Window,
  now: number,
): Promise<WindowPlace> => {
  const push = {
    key,
    entry: bytesOfTime(now),
    size,
    olderThan: new Map([[size - 1, bytesOfTime(now - spanMs + 1)]]),
    // Such a place was taken by a clock that was ahead.
    future: bytesOfTime(futureFrom(now)),
    expiresAt: toSeconds(now + spanMs),
  };
  const { pushed, before } = await pushToRingBuffer(table, push);
  if (pushed) return { isTaken: true, giveBack: () => takeFromRingBuffer(table, push) };
  const oldest = before[size - 1];
  return { isTaken: false, freeAt: (oldest ? timeOfBytes(oldest) : now) + spanMs };
};
