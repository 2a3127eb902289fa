import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { type Fixture, NOW } from '../storage/with-store.ts';

let events = 0;

/** Somebody who changes something, with an event of their own. */
export const acting = (by = 'claire') => {
  events += 1;
  return { by, now: NOW, event: `change-${events}` };
};

/** The digest of a document is its length here. */
export const digestOf = (text: string): string => String(text.length);

/** What use cases of policies ask, over a test's store. */
export const policyAppOver = ({ store }: Pick<Fixture, 'store'>) => ({
  store,
  digestOf,
  model: shippedModel(),
  monotonicNow: () => 0,
  now: () => NOW,
});
