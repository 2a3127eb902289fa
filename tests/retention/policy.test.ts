import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defaultPolicy } from '../../src/comment/policy.ts';
import { type Status, statuses } from '../../src/comment/status.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import { expiryOf, isDue } from '../../src/retention/policy.ts';
import { NOW } from '../storage/with-store.ts';

const { retention } = defaultPolicy;
const status = fc.constantFrom<Status>(...statuses);
const days = fc.integer({ min: 1, max: 366 });
const policy = fc.record({ spamDays: days, rejectedDays: days, pendingDays: days, networkDays: days });

test('spam goes after 15 days, what was rejected or waits too long after 30, what is approved never', () => {
  const after = (of: Status) => {
    const expiry = expiryOf(of, retention, NOW);
    return expiry === undefined ? undefined : (expiry - NOW) / DAY_MS;
  };
  expect(Object.fromEntries(statuses.map((of) => [of, after(of)]))).toEqual({
    pending: 30,
    approved: undefined,
    rejected: 30,
    spam: 15,
    withdrawn: 30,
  });
});

test('nothing is due before its day, and what is approved never is', () => {
  fc.assert(
    fc.property(status, policy, fc.integer({ min: 0, max: 800 * DAY_MS }), (of, kept, later) => {
      const expiresAt = expiryOf(of, kept, NOW);
      const comment = { status: of, ...(expiresAt === undefined ? {} : { expiresAt }) };
      expect(isDue(comment, NOW + later)).toBe(expiresAt !== undefined && NOW + later >= expiresAt);
      expect(isDue({ status: 'approved', expiresAt: NOW }, NOW + later)).toBe(false);
      expect(isDue({ status: of }, NOW + later)).toBe(false);
    }),
  );
});
