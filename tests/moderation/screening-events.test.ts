import { expect, test } from '@jest/globals';
import { decide } from '../../src/moderation/decision.ts';
import { stepOf, stepTo } from '../../src/moderation/steps.ts';
import { aSite, aStored, NOW } from '../storage/with-store.ts';

test('a recount writes the event of a screening as the stream seals it, whatever was decided since', () => {
  const first = aStored();
  const context = { site: aSite(), by: 'claire', now: NOW + 1000, batch: 'later' };
  const { comment: decided } = decide(first, { decision: 'approve' }, context);
  expect(decided).toMatchObject({ version: 2, decision: 'later' });
  const told = { site: first.site, article: first.article, stream: 'one', record: '1', at: NOW };
  const sealed = stepOf([{ ...told, after: first }], undefined);
  const recounted = stepTo({ ...first, ...decided }, undefined, 'pending');
  expect(sealed).toMatchObject({ screened: { action: 'screen', after: 'pending', version: 1 } });
  expect(recounted?.screened).toEqual(typeof sealed === 'object' && sealed.screened);
});
