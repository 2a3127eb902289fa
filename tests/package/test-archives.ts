import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startAccount } from './account.ts';
import { unpack } from './archive.ts';
import { type Lambda, type Outcome, runArchive } from './run-archive.ts';

/** The status of what each function answers to its event, on a site where nothing happened yet. */
const statuses: Readonly<Record<string, number>> = {
  'add-ban': 201,
  'add-member': 201,
  'answer-preflight': 204,
  'answer-receipt-preflight': 204,
  'change-article': 200,
  'change-member': 404,
  'backtest-policy': 200,
  'change-policy': 200,
  'list-policy-versions': 200,
  'roll-back-policy': 404,
  'check-health': 200,
  'count-comments': 200,
  'decide-comments': 200,
  'describe-api': 200,
  'edit-comment': 404,
  'reply-to-comment': 404,
  'join-team': 422,
  'read-feed': 200,
  'make-feed': 201,
  'drop-feed': 200,
  'show-feed': 404,
  'lift-ban': 404,
  'list-article-comments': 200,
  'list-audit': 200,
  'list-bans': 200,
  'list-reports': 200,
  'mute-reporter': 200,
  'open-report': 404,
  'report-comment': 404,
  'read-stats': 200,
  'list-comments': 200,
  'list-members': 200,
  'list-queue': 200,
  'list-queues': 200,
  'open-form': 200,
  'read-article': 200,
  'read-learning': 200,
  'read-membership': 200,
  'read-policy': 200,
  'preview-entry': 200,
  'refuse-route': 404,
  'remove-member': 404,
  'relax-surges': 200,
  'render-comments': 200,
  'render-atom': 200,
  'render-json-feed': 200,
  'render-json-ld': 200,
  'reset-learning': 200,
  'serve-settings': 200,
  'serve-style': 200,
  'serve-embed': 200,
  'describe-embed': 200,
  'serve-moderation': 200,
  'serve-asset': 404,
  'show-receipt': 404,
  'revise-comment': 404,
  'withdraw-comment': 404,
  'appeal-decision': 404,
  'export-comments': 404,
  'erase-comments': 404,
  'submit-comment': 202,
  'undo-decisions': 400,
};
/** What the functions give back that no request asks. */
const results: Readonly<Record<string, object>> = {
  'follow-changes': { batchItemFailures: [] },
  'forget-networks': { forgotten: 0, finished: true },
  'purge-expired': { removed: 0, finished: true },
  'reconcile-counts': { repaired: 0, finished: true },
};
const expected = Object.entries({
  ...results,
  ...Object.fromEntries(Object.entries(statuses).map(([name, statusCode]) => [name, { statusCode }])),
});

/**
 * Every packaged archive, alone in an empty folder, under a client of Lambda's Runtime API.
 * @param packaged the folder of the archives
 * @param lambdas the functions of the packaged template, by their names
 */
export const testArchives = (packaged: string, lambdas: Readonly<Record<string, Lambda>>): void => {
  const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'palabre-archives-')));
  afterAll(() => rmSync(temporary, { recursive: true }));
  let folders = 0;
  const unpacked = (name: string): string => {
    folders += 1;
    const root = join(temporary, String(folders), 'task');
    mkdirSync(root, { recursive: true });
    unpack(join(packaged, `${name}.zip`), root);
    return root;
  };
  const eventOf = (name: string): unknown => JSON.parse(readFileSync(`events/${name}.json`, 'utf8'));
  const run = async (name: string, root: string, event = eventOf(name)): Promise<Outcome> => {
    const account = await startAccount();
    try {
      return await runArchive(lambdas[name] as Lambda, root, event, account);
    } finally {
      await account.stop();
    }
  };

  describe('an archive that is alone in a folder, with Lambda’s environment', () => {
    test('is that of each function', () => {
      expect(expected.map(([name]) => name).sort()).toEqual(Object.keys(lambdas).sort());
    });

    test.each(expected)('starts and answers its event: %s, %j', async (name, answer) => {
      const { path, body, output, errors } = await run(name, unpacked(name));
      expect({ path, errors }).toEqual({ path: 'invocation/request-1/response', errors: '' });
      expect(body).toMatchObject(answer);
      const logged = logOf(output);
      expect(logged.map(({ event }) => typeof event)).toEqual(logged.map(() => 'string'));
      expect(logged.filter(({ error }) => error !== undefined)).toEqual([]);
    });

    test('tells of an event that it does not take as that event’s error', async () => {
      const { path, body } = await run('purge-expired', unpacked('purge-expired'), { job: 'another' });
      expect([path, body.errorType]).toEqual([
        'invocation/request-1/error',
        expect.stringContaining('Error'),
      ]);
    });
  });

  describe('an archive that does not load is reported as an error of the start:', () => {
    const bundle = 'dist/check-health.mjs';
    const start = async (spoil: (root: string) => void) => {
      const root = unpacked('check-health');
      spoil(root);
      const { path, body } = await run('check-health', root);
      return [path, body.errorMessage];
    };

    /** Within its last statement. */
    const cutShort = (file: string) => truncateSync(file, readFileSync(file).lastIndexOf('export{') + 7);

    test('one whose bundle is cut', async () => {
      expect(await start((root) => cutShort(join(root, bundle)))).toEqual([
        'init/error',
        expect.stringMatching(/Unexpected|Invalid|missing/),
      ]);
    });

    test('one without its bundle', async () => {
      expect(await start((root) => rmSync(join(root, bundle)))).toEqual([
        'init/error',
        expect.stringContaining('Cannot find module'),
      ]);
    });

    test('one whose bundle has no handler', async () => {
      expect(await start((root) => writeFileSync(join(root, bundle), 'export const another = 1;'))).toEqual([
        'init/error',
        'dist/check-health.handler is undefined or not exported',
      ]);
    });

    // These show that the others are alone: what they need and the archive lacks would be missed.
    test.each([
      ['a package', 'zod'],
      ['a file beside its folder', '../../beside.mjs'],
      ['a file of the project', pathToFileURL('src/comment/status.ts').href],
    ])('one that asks for %s', async (_, specifier) => {
      const [path, message] = await start((root) => {
        writeFileSync(join(root, '../beside.mjs'), 'export {};');
        writeFileSync(
          join(root, bundle),
          `import ${JSON.stringify(specifier)}; export const handler = () => {};`,
        );
      });
      expect([path, message]).toEqual([
        'init/error',
        expect.stringMatching(/restricted|Cannot find package/),
      ]);
    });
  });
};

/** What a function logged: objects, and nothing else. */
const logOf = (output: string): Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { message: Record<string, unknown> }).message);
