import type { Room } from './room.ts';

/** Rooms of `src`, by their names in it. */
export const src = (...names: readonly string[]): readonly string[] => names.map((name) => `src/${name}`);

/** What ships to Lambda. */
export const shippedRooms: readonly Room[] = [
  { paths: src('comment'), is: 'the thing: comment, statuses, verdict, policy, site, refusals' },
  {
    paths: src('comment/display'),
    is: 'how threads and identicons are drawn, by whatever draws them; pure',
    types: src('comment'),
  },
  {
    paths: src('screening'),
    is: 'machines judge; pure',
    may: src('comment', 'screening/text', 'screening/filter'),
  },
  {
    paths: src('screening/text'),
    is: 'links, folding, lists of patterns, words, quotations, networks, hashes: each idea once; pure',
    may: src('comment'),
    node: ['net'],
  },
  {
    paths: src('screening/filter'),
    is: 'the learned filter in stages, `reading`, `features`, `model`, `site`, each using only those before it; on top of them a comment in, log-odds and reasons out',
    may: src('comment', 'screening', 'screening/text'),
  },
  {
    paths: src('screening/filter/model/weights-file', 'screening/filter/model/shipped-model'),
    is: "the filter's weights, read and checked",
    may: src('screening/filter'),
    node: ['crypto', 'fs', 'path', 'zlib'],
  },
  {
    paths: src('feeds'),
    is: 'lists of comments as feed readers and search engines take them',
    may: src('comment', 'comment/display', 'pages'),
    packages: ['feedsmith'],
  },
  { paths: src('moderation'), is: 'people judge; pure', may: src('comment', 'retention') },
  { paths: src('retention'), is: 'how long what is kept; pure', may: src('comment') },
  {
    paths: src('submission'),
    is: 'from parsed input to one immutable value: who sent it, what makes two of them one, what checks look at; pure',
    may: src('comment', 'comment/display', 'screening', 'screening/text', 'screening/filter'),
  },
  {
    paths: src('storage'),
    is: 'what use cases ask (types)',
    may: src('comment', 'screening', 'screening/filter', 'moderation', 'submission'),
  },
  {
    paths: src('storage/dynamodb'),
    is: 'the one adapter',
    may: src(
      'comment',
      'screening',
      'screening/text',
      'screening/filter',
      'moderation',
      'submission',
      'storage',
    ),
    packages: ['@aws-sdk/client-dynamodb'],
  },
  {
    paths: src('tokens'),
    is: 'everything sealed, signed or hashed',
    may: src('comment'),
    packages: ['@smithy/signature-v4', 'jose'],
    packageTypes: ['@aws-sdk/client-dynamodb'],
    node: ['crypto'],
  },
  {
    paths: src('use-cases'),
    is: 'one verb per file, named as its function, or asked by a command',
    may: src('comment', 'screening', 'screening/filter', 'moderation', 'retention', 'submission'),
    types: src('storage'),
  },
  {
    paths: src('stream'),
    is: 'what follows a stored change: one list, one file and one line per consumer',
    may: src('comment', 'screening', 'screening/text', 'screening/filter', 'moderation'),
    types: src('storage'),
  },
  {
    paths: src('pages'),
    is: 'HTML made on the server, French and English',
    may: src('comment', 'comment/display', 'screening/text'),
    types: src('moderation'),
  },
  {
    paths: src('api'),
    is: 'what crosses the wire; the OpenAPI document is made of it',
    may: src(
      ...['comment', 'comment/display', 'screening', 'screening/text', 'screening/filter'],
      ...['moderation', 'storage', 'pages'],
    ),
    packages: ['zod', 'zod-openapi'],
    node: ['crypto'],
  },
  {
    paths: src('api/client'),
    is: 'asks the API from a browser or a program; knows the contracts by their types',
    types: src('api', 'comment'),
    packageTypes: ['zod'],
  },
  {
    paths: src('lambda'),
    is: 'all that knows Lambda or middy',
    may: [
      ...src('comment', 'screening', 'screening/text', 'screening/filter', 'moderation', 'submission'),
      ...src('retention', 'stream', 'tokens', 'use-cases', 'api', 'pages', 'config', 'lambda/logs'),
    ],
    types: src('storage'),
    packages: ['@middy/core', 'zod'],
    packageTypes: ['aws-lambda'],
  },
  {
    paths: src('lambda/logs'),
    is: "what operators read of a request: events without people's words, errors by their place in the source",
    may: src('comment'),
    node: ['fs', 'module'],
  },
  { paths: src('config'), is: 'the one reader of the environment' },
  {
    paths: src('browser-files'),
    is: "the moderators' page as it was bundled, read",
    node: ['fs/promises', 'path'],
  },
  {
    paths: src('app'),
    is: 'where parts meet, once per cold start',
    may: [
      ...src('comment', 'screening', 'screening/filter', 'screening/filter/model/shipped-model', 'storage'),
      ...src('storage/dynamodb', 'tokens', 'api', 'lambda', 'lambda/logs', 'config', 'browser-files'),
    ],
    packageTypes: ['@aws-sdk/client-dynamodb'],
    node: ['crypto', 'timers/promises'],
  },
  {
    paths: ['handlers'],
    is: 'which request, which layers, which use case, which answer',
    may: src(
      'comment',
      'submission',
      'use-cases',
      'stream',
      'pages',
      'feeds',
      'api',
      'lambda',
      'config',
      'app',
    ),
  },
];
