import { expect, test } from '@jest/globals';
import { honeypot } from '../../../src/screening/checks/honeypot.ts';
import { anEvidence } from '../../make.ts';

const stranger = { proven: false, approved: 0, refused: 0, spam: 0, unseen: 0 };

test('takes what fills in the unseen field for spam, and keeps nothing of what it typed', () => {
  const said = honeypot.run(anEvidence({ honeypot: 'jean@example.fr', author: stranger }));

  expect(said).toMatchObject({ outcome: 'spam' });
  expect(JSON.stringify(said)).not.toContain('jean');
});

test('does not object when the honeypot is empty', () => {
  expect(honeypot.run(anEvidence({ honeypot: '' }))).toBeUndefined();
});

test('holds whoever proved who they are: a password manager fills in fields as well', () => {
  const said = honeypot.run(anEvidence({ honeypot: 'jean@example.fr' }));
  expect(said).toMatchObject({ outcome: 'hold' });
  expect(JSON.stringify(said)).not.toContain('jean');
});
