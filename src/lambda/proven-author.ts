import type { Site } from '../comment/site.ts';
import type { Secrets } from '../tokens/secrets.ts';

/** Pseudonym of the author whom a visitor's token proves on a site. */
export const provenAuthor = (
  token: string | undefined,
  site: Pick<Site, 'id'>,
  { digests, tokens }: Secrets,
  now: number,
): string | undefined => {
  const proven = tokens.visitor.read(token, site.id, now);
  return proven && digests.author(site.id, proven.name);
};
