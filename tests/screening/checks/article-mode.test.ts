import { expect, test } from '@jest/globals';
import { articleMode } from '../../../src/screening/checks/article-mode.ts';
import { anEvidence } from '../../make.ts';

test('holds every comment of a premoderated article', () => {
  expect(articleMode.run(anEvidence({ mode: 'premoderated' }))?.outcome).toBe('hold');
});

test('refuses every comment of a closed article', () => {
  expect(articleMode.run(anEvidence({ mode: 'closed' }))).toMatchObject({
    outcome: 'refuse',
    refusal: { code: 'article-closed' },
  });
});

test('does not object to a comment on an open article', () => {
  expect(articleMode.run(anEvidence({ mode: 'open' }))).toBeUndefined();
});
