import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Client } from '../../../src/app.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { anId, aSite, aStored, NOW, openStore, withStore } from '../with-store.ts';

// A nightly job and a restored table's stream read whole articles: one with 50,000 comments must not fill a function's memory.

const fixture = withStore();
const PAGE = 10;
const COMMENTS = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Some pages may still be held by the engine that runs this code, of twenty. */
const HELD_MAX = 8 * PAGE;

/** A client with small pages, and how many items of pages before the last one are still in memory when the next is asked for. */
const inSmallPages = (client: Client) => {
  const pages: WeakRef<object>[][] = [];
  let kept = 0;
  const send = async (command: Parameters<Client['send']>[0]) => {
    await nextTurn();
    collectGarbage();
    kept = Math.max(kept, pages.slice(0, -1).flatMap((page) => page.filter((item) => item.deref())).length);
    if (command instanceof QueryCommand) command.input.Limit = PAGE;
    const answer = await client.send(command as never);
    const { Items = [] } = answer as Partial<QueryCommandOutput>;
    if (Items.length === PAGE) pages.push(Items.map((item) => new WeakRef(item)));
    return answer;
  };
  return { client: { ...client, send: send as Client['send'] }, pages, kept: () => kept };
};

/** An article of which nothing was counted, and every comment decided. */
const fill = async (article: string) => {
  for (let n = 1; n <= COMMENTS; n += 1) {
    const comment = aStored({ article, id: anId(n), text: `${n}` });
    await fixture.store.add(comment);
    const context = { site: aSite(), by: 'claire', now: NOW + n, batch: `${article}-${n}` };
    await fixture.store.saveStatus(decide(comment, { decision: 'approve' }, context));
  }
};

test('a recount holds one page of an article at a time', async () => {
  await fill('long');
  const small = inSmallPages(fixture.client);
  const { store } = openStore(small.client, fixture.tableName);
  const { counted, missed, decisions } = await store.recount('demo', 'long');
  expect([counted.approved, missed.length, decisions.length]).toEqual([COMMENTS, COMMENTS, COMMENTS]);
  expect(small.pages.length).toBe((2 * COMMENTS) / PAGE);
  expect(small.kept()).toBeLessThanOrEqual(HELD_MAX);
});

test('so does the look for events that are not sealed', async () => {
  await fill('sealed');
  const small = inSmallPages(fixture.client);
  const { store } = openStore(small.client, fixture.tableName);
  const { events } = await store.readTrail('demo', 'sealed');
  expect(events.length).toBe(COMMENTS);
  expect(small.pages.length).toBe(COMMENTS / PAGE);
  expect(small.kept()).toBeLessThanOrEqual(HELD_MAX);
});
