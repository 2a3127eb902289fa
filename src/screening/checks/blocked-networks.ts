import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { addressOf, contains, isWide, networkOf } from '../text/networks.ts';

/** The visitor's address is in a network of the policy's lists. */
export const blockedNetworks: Check = {
  name: 'blocked-networks',
  version: 1,
  look: onList('networks', {
    compile: (entries) => entries.map(networkOf),
    prepare: ({ address }) => {
      const visitor = addressOf(address);
      return (networks) => (entry, nth) => {
        const network = visitor && networks[nth];
        if (!network || !contains(network, visitor)) return undefined;
        // Traces outlive the address, which is never kept.
        return { field: 'visitor', term: isWide(network) ? entry : 'a network of the list' };
      };
    },
  }),
};
