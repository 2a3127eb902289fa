import { QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { DistrustAuthor, ListOfAuthor, ReadAuthor } from '../comment-store.ts';
import { textOf, toItem } from './attributes.ts';
import { itemToRecord } from './codecs/author-item.ts';
import { articleOf, authorKey, idOf } from './keys.ts';
import type { Table } from './table.ts';

const AUTHOR_INDEX = 'author';

/** The reads and writes of author records that moderators' decisions need. */
export const createAuthors = (table: Table): DistrustAuthor & ListOfAuthor & ReadAuthor => ({
  readAuthor: async (author) => {
    const item = await table.get(authorKey(author));
    return item && itemToRecord(item);
  },

  distrust: async (author, at) => {
    await table.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: table.key(authorKey(author)),
        UpdateExpression: 'SET distrustedAt = :at',
        ExpressionAttributeValues: toItem({ ':at': at }),
      }),
    );
  },

  listOfAuthor: async (author, limit) => {
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: AUTHOR_INDEX,
        KeyConditionExpression: 'a = :a',
        ExpressionAttributeValues: toItem({ ':a': author }),
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ ...articleOf(textOf(item, 'pk')), id: idOf(textOf(item, 'sk')) }));
  },
});
