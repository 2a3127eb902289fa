import type { TableDefinition } from '../../local/engine/schema.ts';

/** A table with an index of each kind of projection. */
export const definition = {
  AttributeDefinitions: ['pk', 'sk', 'v', 'vs', 'a'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S' as const,
  })),
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'view',
      KeySchema: [
        { AttributeName: 'v', KeyType: 'HASH' },
        { AttributeName: 'vs', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['n', 'l', 'big'] },
    },
    {
      IndexName: 'author',
      KeySchema: [
        { AttributeName: 'a', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
    {
      IndexName: 'whole',
      KeySchema: [
        { AttributeName: 'v', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} as const satisfies TableDefinition;
