import { MINUTE_MS } from '../../../comment/time.ts';
import type { ReceiptAct, TakeReceiptPlace } from '../../receipt-store.ts';
import { takePlaceInWindow } from '../guards/windows.ts';
import { receiptWindowKey } from '../keys.ts';
import type { Table } from '../table.ts';

const WINDOW_MS = 10 * MINUTE_MS;
/** How often in ten minutes. */
const SIZES: Readonly<Record<ReceiptAct, number>> = { edit: 5, export: 10, resend: 3 };

/** Windows of receipts: whoever wants more of them has to send more comments, which have windows too. */
export const createReceiptWindows = (table: Table): TakeReceiptPlace => ({
  takeReceiptPlace: (ref, act, now) =>
    takePlaceInWindow(table, receiptWindowKey(ref, act), { size: SIZES[act], spanMs: WINDOW_MS }, now),
});
