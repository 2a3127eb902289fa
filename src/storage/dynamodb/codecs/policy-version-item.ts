import type { Fixture, PolicyVersion, SavedPolicy } from '../../../comment/policies/policy-document.ts';
import type { Policy } from '../../../comment/policy.ts';
import { type Item, jsonOf, numberOf, optional, textOf, toItem } from '../attributes.ts';
import { policyVersionKey } from '../keys.ts';
import { articleOf } from '../read-keys.ts';

/** The document as one text of JSON, and its changed settings as another. */
export const policyVersionToItem = ({ site, version, changed, document, ...said }: SavedPolicy): Item =>
  toItem({
    ...policyVersionKey(site, version),
    version,
    ...said,
    changed: JSON.stringify(changed),
    document: JSON.stringify(document),
  });

/** @throws {DamagedItem} */
export const itemToPolicyVersion = (item: Item): PolicyVersion => ({
  site: articleOf(textOf(item, 'pk')).article,
  version: numberOf(item, 'version'),
  at: numberOf(item, 'at'),
  by: textOf(item, 'by'),
  ...optional('note', item),
  ...(item.restored === undefined ? {} : { restored: numberOf(item, 'restored') }),
  changed: jsonOf(item, 'changed') as readonly string[],
});

/** @param parsePolicy converts a stored policy to the current shape @throws {DamagedItem} */
export const itemToSavedPolicy = (item: Item, parsePolicy: (stored: unknown) => Policy): SavedPolicy => {
  const stored = jsonOf(item, 'document');
  const { fixtures } = (stored ?? {}) as { readonly fixtures?: readonly Fixture[] };
  return {
    ...itemToPolicyVersion(item),
    document: { ...parsePolicy(stored), ...(fixtures === undefined ? {} : { fixtures }) },
  };
};
