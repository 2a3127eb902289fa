import { expect, test } from '@jest/globals';
import { withReaders } from '../reader-page.ts';

const { readers, publish } = withReaders();

test.each([
  ['without spaces', `李雷 ${'这篇文章写得很好'.repeat(30)}`, /^李雷 .{150,}…$/],
  ['of symbols that are two units long', `x${'𝒜'.repeat(300)}`, /^x(?:𝒜)+…$/u],
  ['of words', `${'mot '.repeat(39)}anticonstitutionnellement parlant`, /^(?:mot ?)+…$/],
])('a long text %s is quoted above its answer, cut between characters', async (_, text, quoted) => {
  const id = await publish('Li', text, 'cite');
  const { page } = await readers.openBare('<palabre-comments site="demo" article="cite"></palabre-comments>');
  await page.locator(`#comment-${id} footer a`).first().click();
  expect(await page.locator('form .answered blockquote').innerText()).toMatch(quoted);
  await page.context().close();
});
