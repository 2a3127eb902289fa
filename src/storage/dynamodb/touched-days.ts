import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from './attributes.ts';
import { putOf } from './expressions.ts';
import { dayKey } from './keys.ts';
import type { Table } from './table.ts';

/** Longer than networks and comments are kept, so that every job still finds its days. */
const DAY_KEPT_S = 400 * 86_400;

type Touched = {
  readonly site: string;
  readonly article: string;
  /** UTC, yyyy-mm-dd. */
  readonly day: string;
};

/** Records that an article changed on a day. Idempotent. */
export const touchDay = (table: Table, { site, article, day }: Touched) =>
  new PutItemCommand(
    putOf(table, toItem({ ...dayKey(site, day, article), expiresAt: Date.parse(day) / 1000 + DAY_KEPT_S })),
  );
