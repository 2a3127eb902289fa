import { expect, test } from '@jest/globals';
import { redriveRecords } from '../../../cli/redrive/redrive-records.ts';
import { Refusal } from '../../../src/comment/refusal.ts';

const TEXT = JSON.stringify({ payload: JSON.stringify({ Records: [{}] }) });
const isOutOfReach = async (): Promise<never> => {
  throw new Error('kept.s3 answers 403: AccessDenied.');
};
const isThrottled = async (): Promise<never> => {
  throw new Refusal('storage-unavailable', 'Please try again.');
};
const cannotBeMended = async (): Promise<never> => {
  throw new Error('Its keys are damaged.');
};

test.each([
  ['cannot be read', { read: isOutOfReach }, false],
  ['meets a database that does not answer', { mend: isThrottled }, false],
  ['cannot be mended', { mend: cannotBeMended }, true],
])(
  'a record of more than 30 days ago that %s is removed only by its own fault',
  async (_, how, isRemoved) => {
    const touched: string[] = [];
    const told: boolean[] = [];
    const done = await redriveRecords({
      records: {
        list: async () => ['old'],
        read: async () => TEXT,
        replace: async () => void touched.push('replaced'),
        remove: async () => void touched.push('removed'),
        ...how,
      },
      placeOf: () => ({ site: 'demo' }),
      mend: async () => {},
      ...how,
      now: () => 0,
      isTooOld: () => true,
      onFailed: (_name, _reason, wasRemoved) => told.push(wasRemoved),
    });
    expect([touched, told]).toEqual([isRemoved ? ['removed'] : [], [isRemoved]]);
    expect(done).toEqual({ looked: 1, redriven: 0, kept: isRemoved ? 0 : 1, expired: isRemoved ? 1 : 0 });
  },
);
