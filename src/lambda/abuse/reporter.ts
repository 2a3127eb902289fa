import type { Site } from '../../comment/site.ts';
import type { Secrets } from '../../tokens/secrets.ts';
import type { Reporter } from '../../use-cases/report-comment.ts';
import { visitorCookie } from '../forms/visitor-cookie.ts';
import type { HttpEvent } from '../http.ts';
import type { IdentifyDeps } from '../middleware/identify.ts';
import { provenAuthor } from '../proven-author.ts';
import { senderOf } from '../visitor-address.ts';

/** Names whoever reports: their network, and the author that a visitor's token proves. */
export const reporterOf = (
  event: HttpEvent,
  site: Site,
  token: string | undefined,
  secrets: Secrets,
  { now, trustedProxies }: Pick<IdentifyDeps, 'now' | 'trustedProxies'>,
): Reporter => {
  const { network } = senderOf(event, trustedProxies);
  return {
    network: secrets.digests.network(site.id, network, now()),
    author: provenAuthor(token ?? visitorCookie(event), site, secrets, now()),
  };
};
