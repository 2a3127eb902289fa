import { expect, test } from '@jest/globals';
import { measures, readOptions, USAGE } from '../../bench/options.ts';
import { fullPlan, quickPlan, waitingFor } from '../../bench/plan.ts';

test('without options everything is measured, without peers, and no page is written', () => {
  expect(readOptions([])).toEqual({ measures, isQuick: false, withPeers: false, writes: false });
});

test('only the named measures run, in the order they always do', () => {
  const options = readOptions(['--only', 'pages', '--only', 'submit', '--quick']);
  expect(options).toMatchObject({ measures: ['submit', 'pages'], isQuick: true });
});

test('a measure there is not is refused with the names of those there are', () => {
  expect(() => readOptions(['--only', 'everything'])).toThrow(/no measure everything: there are screening/);
  expect(() => readOptions(['--fast'])).toThrow("Unknown option '--fast'");
});

test('help says which measures there are', () => {
  expect(readOptions(['--help'])).toBeUndefined();
  for (const name of measures) expect(USAGE).toContain(name);
});

test.each([fullPlan, quickPlan])(
  'the store holds a page of waiting comments more than are decided on',
  (plan) => {
    const decided = (plan.rounds + 1) * (plan.approveAlone + 100 * plan.approveHundreds);
    // One of each kind is sent before the rounds begin.
    expect(waitingFor(plan) - decided - 101).toBeGreaterThanOrEqual(50);
  },
);
