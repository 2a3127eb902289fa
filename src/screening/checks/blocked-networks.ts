import { onList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { ownTerm } from '../own-terms.ts';
import { contains, isWide, parseAddress, parseNetwork } from '../text/networks.ts';

/** The visitor's address is in a network on the policy's lists. */
export const blockedNetworks: Check<'blocked-networks'> = {
  name: 'blocked-networks',
  version: 1,
  run: onList('networks', {
    compile: (entries) => entries.map(parseNetwork),
    prepare: ({ address }) => {
      const visitor = parseAddress(address);
      return (networks) => (entry, nth) => {
        const network = visitor && networks[nth];
        if (!network || !contains(network, visitor)) return undefined;
        // Traces outlive the address, which is never kept.
        return { field: 'visitor', term: isWide(network) ? entry : ownTerm('a network of the list') };
      };
    },
  }),
};
