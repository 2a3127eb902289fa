import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DAY_MS, DAYS_KEPT } from '../../comment/time.ts';
import { toItem } from './attributes.ts';
import { toSeconds } from './codecs/expiry.ts';
import { putOf } from './expressions.ts';
import { dayKey } from './keys.ts';
import type { Table } from './table.ts';

type Touched = {
  readonly site: string;
  readonly article: string;
  /** UTC, yyyy-mm-dd. */
  readonly day: string;
};

/** Records that an article changed on a day. Idempotent. */
export const touchDay = (table: Table, { site, article, day }: Touched) =>
  new PutItemCommand(
    putOf(
      table,
      toItem({ ...dayKey(site, day, article), expiresAt: toSeconds(Date.parse(day) + DAYS_KEPT * DAY_MS) }),
    ),
  );
