import { articleSections, type Policy } from '../policy.ts';
import type { Site } from '../site.ts';
import { noWindows } from './stored-policy.ts';

/** The rules of one article: what it has of its own stands in the place of the site's, key by key. */
export const policyFor = (policy: Policy, article: string): Policy => {
  const own = Object.hasOwn(policy.articles, article) ? policy.articles[article] : undefined;
  if (own === undefined) return policy;
  const sections = articleSections.map((name) => [name, { ...policy[name], ...own[name] }]);
  return { ...policy, ...Object.fromEntries(sections) };
};

/**
 * A site as its storage limits submissions to an article. A policy that says what becomes of floods has their comments taken in, so that the
 * database refuses none of them.
 */
export const limitsFor = (site: Site, article: string): Site => {
  const policy = policyFor(site.policy, article);
  return { ...site, policy: policy.checks.flood === undefined ? policy : { ...policy, flood: noWindows } };
};
