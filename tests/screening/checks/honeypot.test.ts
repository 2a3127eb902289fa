import { expect, test } from '@jest/globals';
import { honeypot } from '../../../src/screening/checks/honeypot.ts';
import { anEvidence } from '../../make.ts';

test('calls a comment spam whose honeypot is filled in, and does not store the value', () => {
  const said = honeypot.run(anEvidence({ honeypot: 'jean@example.fr' }));

  expect(said).toMatchObject({ outcome: 'spam' });
  expect(JSON.stringify(said)).not.toContain('jean');
});

test('does not object when the honeypot is empty', () => {
  expect(honeypot.run(anEvidence({ honeypot: '' }))).toBeUndefined();
});
