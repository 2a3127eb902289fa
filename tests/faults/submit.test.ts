import { afterEach, describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { ask } from '../journeys/call-gateway.ts';
import type { Mode } from './fault-proxy.ts';
import { allAddsUp, submitCalls, whole, withFaults, withReaders } from './with-faults.ts';

const backend = withFaults({ policy: defaultPolicy, table: 'of-test' });
const { clock, send, mine } = withReaders(backend);
/** Whatever went wrong: every count is right and every comment has its trail. */
afterEach(() => allAddsUp(backend));

const passing: readonly (readonly [Mode, number])[] = [
  ['throttle', 1],
  ['error', 1],
  ['error', 2],
  ['reset', 1],
  ['reset', 2],
  ['lost-ack', 1],
  ['lost-ack', 2],
  ['conflict', 1],
];
const trouble = [
  ...submitCalls.flatMap(([name, fault]) =>
    passing.map(([mode, times]) => [mode, times, name, { ...fault, mode, times }] as const),
  ),
  ['throttle', 2, 'the comment', { mode: 'throttle', op: 'PutItem', having: 'C#', times: 2 }] as const,
  ['conflict', 4, 'the comment', { mode: 'conflict', op: 'PutItem', having: 'C#', times: 4 }] as const,
];

describe('a submission', () => {
  test.each(trouble)(
    'survives %s, %d in a row, of %s with one comment, one answer and no suspicion',
    async (...row) => {
      const [, times, , fault] = row;
      const { formToken } = (await ask('open-form', { params: { site: 'demo' }, article: 'panne' })).json();
      clock.pass(10);
      backend.inject(fault);
      const answer = await send({ formToken });
      expect(backend.calls.filter(({ mode }) => mode)).toHaveLength(times);
      backend.calm();
      expect(answer.statusCode).toBe(202);

      const [comment, ...others] = await mine();
      expect([others.length, comment?.id, comment?.status]).toEqual([0, answer.json().id, 'pending']);
      const objections = comment?.verdict.findings.filter(({ outcome }) => outcome !== 'approve');
      expect(objections?.map(({ check }) => check)).toEqual(['first-comment']);
      expect(whole(await send({ formToken }))).toEqual(whole(answer));
    },
  );

  test('whose write answers too late is one comment, and no failure', async () => {
    backend.inject({ mode: 'slow', op: 'PutItem', having: 'C#', times: 1 });
    const answer = await send();
    expect(answer.statusCode).toBe(202);
    expect(await mine()).toHaveLength(1);
  });
});
