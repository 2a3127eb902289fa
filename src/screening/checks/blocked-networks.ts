import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';
import { contains, isWide, parseAddress, parseNetwork } from '../text/networks.ts';

/** The visitor's address is in a network on the policy's lists. */
export const blockedNetworks: Check<'blocked-networks'> = {
  name: 'blocked-networks',
  version: 1,
  run: onList('networks', ({ address }) => {
    const visitor = parseAddress(address);
    return (entry) => {
      const network = visitor && parseNetwork(entry);
      if (!network || !contains(network, visitor)) return undefined;
      // No address is ever stored, so no trace may spell one out.
      return { field: 'visitor', term: isWide(network) ? entry : ownTerm('a network of the list') };
    };
  }),
};
