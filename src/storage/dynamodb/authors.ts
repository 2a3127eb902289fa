import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { DistrustAuthor, ListOfAuthor, ReadAuthor } from '../comment-store.ts';
import { textOf, toItem } from './attributes.ts';
import { itemToRecord } from './codecs/author-item.ts';
import { writeIf } from './conditional-writes.ts';
import { updateOf } from './expressions.ts';
import { AUTHOR_INDEX, authorKey, COMMENT_PREFIX } from './keys.ts';
import { articleOf, idOf } from './read-keys.ts';
import type { Table } from './table.ts';

/** The reads and writes of author records that moderators' decisions need. */
export const createAuthors = (table: Table): DistrustAuthor & ListOfAuthor & ReadAuthor => ({
  readAuthor: async (author) => {
    const item = await table.get(authorKey(author));
    return item && itemToRecord(item);
  },

  distrust: async (author, at) => {
    const update = { set: { distrustedAt: at }, only: [['distrustedAt', 'absent or <=', at]] } as const;
    // A later one is stored already.
    await writeIf(() => table.send(new UpdateItemCommand(updateOf(table, authorKey(author), update))));
  },

  listOfAuthor: async (author, limit) => {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: AUTHOR_INDEX,
        KeyConditionExpression: 'a = :a AND begins_with(sk, :comments)',
        ExpressionAttributeValues: toItem({ ':a': author, ':comments': COMMENT_PREFIX }),
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ ...articleOf(textOf(item, 'pk')), id: idOf(textOf(item, 'sk')) }));
  },
});
