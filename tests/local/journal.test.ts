import { expect, test } from '@jest/globals';
import { openJournal } from '../../local/journal.ts';

const TIME = Date.parse('2026-03-09T11:03:48.120Z');
const journal = (isForPeople: boolean) => {
  const lines: string[] = [];
  const opened = openJournal({ print: (line) => void lines.push(line), isForPeople, now: () => TIME });
  return { ...opened, lines };
};
const answered = {
  method: 'POST',
  path: '/v1/sites/demo/comments',
  status: 202,
  ms: 12,
  requestId: 'r1',
  cache: undefined,
};
const logged = {
  event: 'request',
  requestId: 'r1',
  route: 'POST /v1/sites/{site}/comments',
  status: 202,
  verdict: 'hold',
  checks: 'first-comment,links',
};

test('a request is one line for people, with what the checks made of it', () => {
  const { hear, answered: tell, lines } = journal(true);
  hear(logged);
  expect(lines).toEqual([]);
  tell(answered);
  tell({ ...answered, method: 'GET', status: 200, ms: 0, requestId: 'r0', cache: 'hit' });
  expect(lines).toEqual([
    '11:03:48 POST /v1/sites/demo/comments 202 12 ms hold: first-comment,links',
    '11:03:48 GET /v1/sites/demo/comments 200 0 ms from the edge',
  ]);
});

test('a request is one line of JSON for programs', () => {
  const { hear, answered: tell, lines } = journal(false);
  hear(logged);
  tell(answered);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      time: '2026-03-09T11:03:48.120Z',
      event: 'request',
      method: 'POST',
      path: '/v1/sites/demo/comments',
      status: 202,
      ms: 12,
      requestId: 'r1',
      verdict: 'hold',
      checks: 'first-comment,links',
    },
  ]);
});

test('whatever else functions log is a line at once, without what could move a terminal', () => {
  const people = journal(true);
  people.hear({ event: 'changes-followed', comment: 2, failed: 0 });
  people.hear({ event: 'job', job: '\u001B[2Jpurge', dryRun: true });
  expect(people.lines).toEqual([
    '11:03:48 changes-followed comment=2 failed=0',
    '11:03:48 job job=purge dryRun=true',
  ]);
});

test.each([
  ['/r/abcDEF-123', '/r/{receipt}'],
  ['/v1/sites/demo/admin/queues', '/v1/sites/demo/admin/queues'],
  ['/fr/la-halle', '/fr/la-halle'],
  ['/openapi.json', '/openapi.json'],
  ['/', '/'],
  ['/v1/sites/camille@example.org/comments', '(an unknown path)'],
  ['/Camille%20Martin', '(an unknown path)'],
])('a path is repeated only where it is one of ours: %s', (path, shown) => {
  const { answered: tell, lines } = journal(false);
  tell({ ...answered, path });
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ path: shown });
});

test('requests whose answer never comes are forgotten in the end', () => {
  const { hear, answered: tell, lines } = journal(true);
  hear(logged);
  for (let n = 0; n < 1000; n += 1) hear({ ...logged, requestId: `later ${n}` });
  tell(answered);
  expect(lines).toEqual(['11:03:48 POST /v1/sites/demo/comments 202 12 ms']);
});
