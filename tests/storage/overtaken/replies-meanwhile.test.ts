import { randomUUID } from 'node:crypto';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Comment } from '../../../src/comment/comment.ts';
import { decide } from '../../../src/moderation/decision.ts';
import { replyToComment } from '../../../src/use-cases/reply-to-comment.ts';
import { anId, aSite, aStored, NOW, withStore } from '../with-store.ts';
import { overtakenIn } from './overtaken-in.ts';

const fixture = withStore();
const at = (now: number) => ({ site: aSite(), by: 'claire', now: NOW + now, batch: randomUUID() });
const reply = { id: anId(9), text: 'Merci.', author: 'La rédaction', authorKey: '1:r', fingerprint: 'print' };

test('the newsroom answers no comment that somebody took off the page meanwhile', async () => {
  const comment: Comment = aStored({ id: anId(1), status: 'approved', article: 'répondu' });
  await fixture.store.add(comment);
  const isReply = (command: unknown) => command instanceof TransactWriteItemsCommand;
  const store = overtakenIn(fixture, isReply, () =>
    fixture.store.saveStatus(decide(comment, { decision: 'reject' }, at(1))),
  );
  const asked = { article: comment.article, parent: comment.id };
  await expect(replyToComment({ store }, asked, reply, at(2))).rejects.toMatchObject({
    code: 'parent-not-found',
  });
  expect(await fixture.store.find({ ...comment, id: reply.id })).toBeUndefined();
});
