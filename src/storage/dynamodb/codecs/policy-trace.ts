import type { PolicyTrace } from '../../../moderation/policy/policy-trail.ts';
import { type Item, numberOf, textOf } from '../attributes.ts';
import { EVENT_PREFIX, isPolicyHistory, siteKey } from '../keys.ts';
import { articleOf, isSiteTrail, siteOf } from '../read-keys.ts';

/** What an item tells of a policy: a site's event that names one, a version of the history, or the site with what is in force; none of others. */
export const itemToPolicyTrace = (item: Item): readonly PolicyTrace[] => {
  const [pk, sk] = [textOf(item, 'pk'), textOf(item, 'sk')];
  if (pk === siteKey('').pk && item.policy?.S !== undefined) {
    const of = { site: siteOf(sk), version: numberOf(item, 'version') };
    return [{ ...of, kind: 'in-force', policy: item.policy.S }];
  }
  // Such a partition's key is a prefix and the site's name.
  const site = articleOf(pk).article;
  if (isPolicyHistory(pk) && item.document?.S !== undefined) {
    const of = { site, version: numberOf(item, 'version') };
    return [{ ...of, kind: 'kept', document: item.document.S }];
  }
  const isNaming = isSiteTrail(pk) && sk.startsWith(EVENT_PREFIX) && item.digest?.S !== undefined;
  const version = Number(item.after?.S);
  return isNaming && Number.isInteger(version)
    ? [{ site, version, kind: 'said', digest: item.digest?.S ?? '' }]
    : [];
};
