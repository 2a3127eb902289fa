import { expect, test } from '@jest/globals';
import { honeypot } from '../../../src/screening/checks/honeypot.ts';
import { anEvidence } from '../../make.ts';

test('takes what fills in the unseen field for spam, and keeps nothing of what it typed', () => {
  const said = honeypot.run(anEvidence({ honeypot: 'jean@example.fr' }));

  expect(said).toMatchObject({ outcome: 'spam' });
  expect(JSON.stringify(said)).not.toContain('jean');
});

test('has no objection when the field is left alone', () => {
  expect(honeypot.run(anEvidence({ honeypot: '' }))).toBeUndefined();
});
