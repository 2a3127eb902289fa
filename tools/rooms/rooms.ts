import type { Room } from './room.ts';
import { shippedRooms, src } from './shipped-rooms.ts';

/**
 * Who may import whom, said once: `.dependency-cruiser.cjs` makes its rules of this list, and `npm run rooms` the table in
 * `ARCHITECTURE.md`. What no row allows is an error.
 */
export const rooms: readonly Room[] = [
  ...shippedRooms,
  {
    paths: ['local'],
    is: "`npm start`: gateway, edge, functions' thread, stream, schedules, demo",
    may: [
      ...src('comment', 'comment/display', 'screening', 'screening/filter/model/shipped-model', 'storage'),
      ...src(
        'storage/dynamodb',
        'retention',
        'submission',
        'tokens',
        'use-cases',
        'pages',
        'api',
        'config',
        'app',
      ),
      ...['local/engine', 'local/settings', 'local/client-options', 'tools'],
    ],
    packages: [
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-dynamodb-streams',
      'jose',
      'js-yaml',
      'oidc-provider',
    ],
    packageTypes: ['aws-lambda', 'zod'],
    node: 'any',
  },
  {
    paths: ['local/engine'],
    is: "DynamoDB's semantics on `node:sqlite`, for one machine; in no bundle",
    types: src('storage/dynamodb'),
    packages: ['@aws-sdk/client-dynamodb'],
    node: ['crypto', 'fs', 'node:sqlite', 'path', 'url'],
  },
  {
    paths: ['local/settings', 'local/client-options'],
    is: 'what commands share with it',
    may: ['tools'],
    node: ['path'],
  },
  {
    paths: ['cli'],
    is: 'commands that work on a deployment too, so that runtime dependencies are enough for them',
    may: [
      ...src('comment', 'screening', 'screening/filter', 'screening/filter/model/shipped-model', 'storage'),
      ...src('storage/dynamodb', 'moderation', 'use-cases', 'api', 'tokens', 'config', 'app'),
      ...['local/settings', 'local/client-options', 'tools'],
    ],
    onDemand: ['local'],
    packages: ['zod'],
    node: ['crypto'],
  },
  {
    paths: ['cli/token', 'cli/job'],
    is: 'commands of the local server',
    may: [
      ...['cli', 'cli/store-on', 'local', 'local/settings', 'tools'],
      ...src('comment', 'storage/dynamodb', 'use-cases', 'config'),
    ],
  },
  {
    paths: ['cli/audit', 'cli/redrive', 'cli/stage', 'cli/restore', 'cli/rotate-keys', 'cli/store-on'],
    is: 'commands that mend what was given up, hold the audit trail against its seals, copy a data folder, and rotate keys; of the local server, and by the stack of a deployed one',
    may: [
      ...src(
        'comment',
        'moderation',
        'screening/filter/model/shipped-model',
        'storage',
        'storage/dynamodb',
        'stream',
        'tokens',
        'app',
        'config',
      ),
      ...['cli', 'local', 'local/engine', 'local/settings', 'tools'],
    ],
    packages: ['@smithy/signature-v4'],
    packageTypes: ['aws-lambda'],
    node: ['crypto', 'fs', 'path', 'timers/promises'],
  },
  {
    paths: ['tools'],
    is: 'what the commands are made of: the right Node, arguments, installing, bundling, packaging; these rooms',
    may: src('pages', 'browser-files'),
    packages: [
      'esbuild',
      'jest-mock',
      '@jest/fake-timers',
      'playwright-core',
      'typescript',
      '@sparticuz/chromium',
    ],
    node: 'any',
  },
  {
    paths: ['browser/moderation'],
    is: "the moderators' page: what runs in their browsers, bundled into two files",
    may: src('api/client', 'comment', 'screening/text'),
    types: src('api'),
    packages: ['preact', '@preact/signals', 'oauth4webapi'],
  },
  {
    paths: ['browser/embed'],
    is: "the readers' script, bundled into one file: comments and their form in place, counts",
    may: src('comment', 'comment/display'),
    types: src('api'),
  },
  {
    paths: ['bench'],
    is: 'measures all that, from outside',
    may: ['src/*', 'local', 'local/engine', 'local/client-options', 'tools', 'training/random'],
    packages: ['@aws-sdk/client-dynamodb', 'esbuild'],
    packageTypes: ['playwright-core'],
    node: 'any',
  },
  {
    paths: ['training'],
    is: "makes the filter's weights (`npm run train`) and measures them (`npm run evaluate`)",
    may: ['src/*', 'tools', 'training/random'],
    packages: ['esbuild'],
    node: 'any',
  },
  { paths: ['training/random'], is: 'seeded random numbers' },
  {
    paths: ['tests'],
    is: 'a test per file, in the folders of what they test',
    may: ['*'],
    packages: 'any',
    node: 'any',
  },
];
