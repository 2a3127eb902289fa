import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The levels A and AA of WCAG 2.2, and axe's best practices. */
export const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with a page: each rule with the first element that breaks it. axe is put into a page once, however often the page
 * is looked at.
 * @param tags of the rules; without them all that axe has switched on
 */
export const flawsOf = async (page: Page, tags?: readonly string[]): Promise<readonly string[]> => {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe.source);
  const options = {
    resultTypes: ['violations'],
    ...(tags ? { runOnly: { type: 'tag', values: tags } } : {}),
  };
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)})`,
  )) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
