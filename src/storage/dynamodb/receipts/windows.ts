import { MINUTE_MS } from '../../../comment/time.ts';
import type { ReceiptAct, TakeReceiptPlace } from '../../receipt-store.ts';
import { toSeconds } from '../codecs/expiry.ts';
import { pushToRingBuffer } from '../guards/ring-buffers.ts';
import { receiptWindowKey } from '../keys.ts';
import type { Table } from '../table.ts';

const WINDOW_MS = 10 * MINUTE_MS;
/** How often in ten minutes. */
const SIZES: Readonly<Record<ReceiptAct, number>> = { edit: 5, export: 10, resend: 3 };
const TIME_BYTES = 6;

/** Windows of receipts: whoever wants more of them has to send more comments, which have windows too. */
export const createReceiptWindows = (table: Table): TakeReceiptPlace => ({
  takeReceiptPlace: async (ref, act, now) => {
    const size = SIZES[act];
    const { pushed, before } = await pushToRingBuffer(table, {
      key: receiptWindowKey(ref, act),
      entry: bytesOfTime(now),
      size,
      olderThan: new Map([[size - 1, bytesOfTime(now - WINDOW_MS + 1)]]),
      future: bytesOfTime(now + MINUTE_MS),
      expiresAt: toSeconds(now + WINDOW_MS),
    });
    if (pushed) return { isTaken: true };
    const first = Buffer.from(before[size - 1] ?? bytesOfTime(now)).readUIntBE(0, TIME_BYTES);
    return { isTaken: false, freeAt: first + WINDOW_MS };
  },
});

const bytesOfTime = (ms: number): Uint8Array => {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUIntBE(Math.max(0, ms), 0, TIME_BYTES);
  return bytes;
};
