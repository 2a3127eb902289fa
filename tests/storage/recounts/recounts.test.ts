import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Client } from '../../../src/app.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { editText } from '../../../src/moderation/edit.ts';
import { COMMENT_PREFIX } from '../../../src/storage/dynamodb/keys.ts';
import { anId, aSite, aStored, NOW, openStore, withStore } from '../with-store.ts';

const fixture = withStore();

test('a comment that is decided while its article is recounted is left alone: nothing read so far tells how it was screened', async () => {
  const comment = aStored({ article: 'meanwhile', id: anId(1) });
  await fixture.store.add(comment);
  const context = { site: aSite(), by: 'claire', now: NOW + 1, batch: 'meanwhile' };
  const decision = decide(comment, { decision: 'spam' }, context);
  const send = async (command: Parameters<Client['send']>[0]) => {
    const asked = command instanceof QueryCommand ? command.input.ExpressionAttributeValues : undefined;
    if (asked?.[':prefix']?.S === COMMENT_PREFIX) await fixture.store.saveStatus(decision);
    return fixture.client.send(command as never);
  };
  const { store } = openStore({ ...fixture.client, send: send as Client['send'] }, fixture.tableName);
  const { counted, missed } = await store.recount('demo', 'meanwhile');
  expect([counted.spam, counted.pending, missed]).toEqual([0, 0, []]);

  const next = await fixture.store.recount('demo', 'meanwhile');
  expect(next.counted.spam).toBe(1);
  expect(next.missed).toMatchObject([{ screened: { action: 'screen', after: 'pending' } }]);
});

test('an article is busy whose comment got another text a moment ago, which the stream may not have told of yet', async () => {
  const old = NOW - 3_600_000;
  const comment = aStored({ article: 'edited', id: anId(2, old), createdAt: old, since: old });
  await fixture.store.add(comment);
  const context = { site: aSite(), by: 'claire', now: NOW, batch: 'edited' };
  await fixture.store.saveEdit(
    editText(comment, { text: 'Corrigé.', version: 1, digest: () => '' }, context),
  );
  expect(await fixture.store.recount('demo', 'edited')).toMatchObject({ newest: NOW });
});
