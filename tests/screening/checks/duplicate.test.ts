import { expect, test } from '@jest/globals';
import { HOUR_MS } from '../../../src/comment/time.ts';
import type { Resemblance } from '../../../src/screening/check.ts';
import { duplicate } from '../../../src/screening/checks/duplicate.ts';
import { anEvidence, aPolicy } from '../../make.ts';

const on = (stated: Partial<Resemblance>) =>
  duplicate.run(
    anEvidence({
      policy: aPolicy({ nearDuplicate: { withinH: 24 } }),
      resembling: [
        { bits: 0, same: true, sameVisitor: true, sameArticle: false, agoMs: 2 * HOUR_MS, ...stated },
      ],
    }),
  );

test('holds a text that the same visitor sent before', () => {
  expect(on({})).toMatchObject({
    outcome: 'hold',
    traces: [{ field: 'text', term: 'the same 2 h ago' }],
  });
});

test.each<[string, Partial<Resemblance>]>([
  ['a text put better', { same: false, bits: 1 }],
  ["another visitor's text", { sameVisitor: false }],
  ['what was sent long ago', { agoMs: 24 * HOUR_MS + 1 }],
])('does not object to %s', (_, stated) => {
  expect(on(stated)).toBeUndefined();
});
