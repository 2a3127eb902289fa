import { isActive } from '../../comment/member.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { ReadMember } from '../../storage/team-store.ts';
import { isFeedOf } from '../../tokens/identities.ts';
import type { Arrived, Layer } from '../chain.ts';
import type { Located } from '../middleware/locate.ts';

type Asked = { readonly path: { readonly feed: string } };

/**
 * Lets whoever has the address of a member's feed through, for as long as they are a member: they are read each time.
 * @throws {Refusal} `route-not-found`, whatever is wrong
 */
export const feedOwner =
  ({ store }: { readonly store: ReadMember }): Layer<Arrived & Located & Asked, object> =>
  async ({ site, path: { feed } }) => {
    const [id = '', token = ''] = feed.split('.');
    const member = await store.readMember(site.id, id);
    if (!isActive(member) || !isFeedOf(member, site.id, token))
      throw new Refusal('route-not-found', 'There is nothing at this address.');
    return {};
  };
