import { expect, test } from '@jest/globals';
import { withoutQuotations } from '../../../src/screening/text/quotations.ts';

test.each(['\n', '\r', '\u2028', '\u2029'])('leaves out a quoted line after one that %j ended', (end) => {
  expect(withoutQuotations(`Oui.${end} \t> Non ?`).trim()).toBe('Oui.');
});
