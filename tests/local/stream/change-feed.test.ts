import { expect, test } from '@jest/globals';
import type { Change } from '../../../local/engine/changes.ts';
import { openFeed } from '../../../local/stream/change-feed.ts';
import { readFilter } from '../../../local/stream/filter.ts';
import { streamSetup } from '../../storage/test-database.ts';

const change = (seq: number, sk: string, image: string): Change => ({
  ...{ seq, at: 0, expired: 0, pk: 'demo#a', sk },
  ...{ old: image, new: image },
});

test('images of changes that the function does not want are not parsed: a site’s memory is large, and changes with each decision', () => {
  const written = [
    change(1, 'M', 'not read'),
    change(2, 'C#1', '{"status":{"S":"spam"}}'),
    change(3, 'M', ''),
  ];
  const changes = {
    ...{ stream: 'one', checkpoint: () => 0, version: () => 0, settle: () => {}, flush: () => {} },
    after: () => written,
  };
  const feed = openFeed(changes, readFilter(streamSetup?.filterPatterns), () => {});
  const { records, upTo, isCut } = feed.next(undefined, 3);
  expect(records.map(({ eventID, dynamodb }) => [eventID, dynamodb?.NewImage])).toEqual([
    ['2', { status: { S: 'spam' } }],
  ]);
  expect([upTo, isCut]).toEqual([3, true]);
});
