import { expect, test } from '@jest/globals';
import type { Check, CheckResult, Evidence } from '../../src/screening/check.ts';
import { screen, TERM_MAX, TRACES_MAX } from '../../src/screening/screen.ts';
import { aDraft, anEvidence } from '../make.ts';

const aCheck = (name: string, run: (evidence: Evidence) => CheckResult | undefined): Check => ({
  name,
  version: 2,
  run,
});
const passes = aCheck('passes', () => undefined);
const holds = aCheck('holds', () => ({
  outcome: 'hold',
  score: 0.4,
  traces: [{ field: 'text', term: 'b' }],
}));
const condemns = aCheck('condemns', () => ({ outcome: 'spam', score: 0.9, traces: [] }));
const fails = aCheck('fails', () => {
  throw new TypeError('the text was: secret');
});
const refuses = aCheck('refuses', () => ({
  outcome: 'refuse',
  score: 1,
  traces: [],
  refusal: { code: 'invalid-fields', detail: 'The text is missing.', field: 'text', retryAfterS: 7 },
}));

/** A clock that moves by half a millisecond at every run. */
const aStopwatch = () => {
  let ms = 0;
  return () => {
    ms += 0.5;
    return ms;
  };
};
const run = (...checks: readonly Check[]) => screen(checks, anEvidence(), aStopwatch());

test('approves when no check objects', () => {
  expect(run(passes, passes).outcome).toBe('approve');
  expect(run().outcome).toBe('approve');
});

test('lets the worst finding stand, wherever it comes', () => {
  expect(run(passes, condemns, holds).outcome).toBe('spam');
  expect(run(holds, passes).outcome).toBe('hold');
});

test("keeps every check's finding, in the order of the list", () => {
  expect(run(condemns, passes, holds).findings).toEqual([
    { check: 'condemns', version: 2, outcome: 'spam', score: 0.9, traces: [], ms: 0.5 },
    { check: 'passes', version: 2, outcome: 'approve', score: 0, traces: [], ms: 0.5 },
    {
      check: 'holds',
      version: 2,
      outcome: 'hold',
      score: 0.4,
      traces: [{ field: 'text', term: 'b' }],
      ms: 0.5,
    },
  ]);
});

test('holds a draft when a check cannot run, and tells no more than the kind of failure', () => {
  const verdict = run(fails, passes);

  expect(verdict.outcome).toBe('hold');
  expect(verdict.findings[0]?.traces).toEqual([{ field: 'check', term: 'failed: TypeError' }]);
  expect(verdict.findings).toHaveLength(2);
});

test('throws what a check refuses, for the caller', () => {
  const refusal = expect.objectContaining({
    name: 'Refusal',
    code: 'invalid-fields',
    message: 'The text is missing.',
    retryAfterS: 7,
    fields: [{ field: 'text', detail: 'The text is missing.' }],
  });

  expect(() => run(condemns, fails, refuses)).toThrow(refusal);
});

test('keeps a few short, well-formed traces of a check', () => {
  const chatty = aCheck('chatty', ({ draft }) => ({
    outcome: 'hold',
    score: 1,
    traces: Array.from({ length: 50 }, () => ({ field: 'text', term: draft.text })),
  }));
  const draft = aDraft({ text: `\uD800${'😀'.repeat(500)}` });
  const [finding] = screen([chatty], anEvidence({ draft }), aStopwatch()).findings;

  expect(finding?.traces).toHaveLength(TRACES_MAX);
  expect([...(finding?.traces[0]?.term ?? '')]).toHaveLength(TERM_MAX);
  expect(finding?.traces[0]?.term.isWellFormed()).toBe(true);
});

test('counts no negative time when the clock steps back', () => {
  let ms = 10;
  const backwards = () => {
    ms -= 1;
    return ms;
  };

  expect(screen([passes], anEvidence(), backwards).findings[0]?.ms).toBe(0);
});
