import { expect, test } from '@jest/globals';
import { blockedEmails } from '../../../src/screening/checks/blocked-emails.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (email: string | undefined, ...emails: readonly string[]) =>
  blockedEmails.run(
    anEvidence({
      draft: aDraft(email === undefined ? {} : { email }),
      policy: aPolicy({ blocked: { emails } }),
    }),
  );

test.each([
  ['Jean@Example.FR', 'jean@example.fr'],
  ['jean@example.fr', '*@example.fr'],
  ['promo-17@mail.example', 'promo*@*.example'],
])('finds %s by %s', (email, entry) => {
  expect(on(email, entry)?.outcome).toBe('spam');
});

test.each([
  ['jean@example.fr', 'jean@example.com'],
  ['jean@notexample.fr', '*@example.fr'],
  ['jean@example.fr', 'example.fr'],
  ['jean@example.fr', '*'],
  ['jean@example.fr', '*@*.*'],
  [undefined, '*@example.fr'],
])('does not find %s by %s', (email, entry) => {
  expect(on(email, entry)).toBeUndefined();
});

test('does not spell out a whole address in its trace', () => {
  expect(on('jean@example.fr', 'jean@example.fr')?.traces).toEqual([
    { field: 'email', term: '…@example.fr' },
  ]);
});
