import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';

test.each(['model-card', 'evaluation'])('%s describes the weights that ship', (name) => {
  expect(readFileSync(`docs/screening/${name}.md`, 'utf8')).toContain(`\`${shippedModel().hash}\``);
});
