import { isDeepStrictEqual } from 'node:util';
import { defaultPolicy } from '../src/comment/policy.ts';
import type { Site } from '../src/comment/site.ts';
import type { ReadSite, SaveSite } from '../src/storage/comment-store.ts';

/**
 * Creates a site with the default policy, or brings an existing one's name, language and origins up to date.
 * @throws {Refusal} `changed-meanwhile`
 */
export const ensureSite = async (
  store: ReadSite & SaveSite,
  wanted: Pick<Site, 'id' | 'name' | 'language' | 'origins'>,
): Promise<'created' | 'updated' | 'unchanged'> => {
  const site = await store.readSite(wanted.id);
  if (!site) {
    await store.saveSite({ ...wanted, policy: defaultPolicy, version: 0 }, 0);
    return 'created';
  }
  if (isDeepStrictEqual({ ...site, ...wanted }, site)) return 'unchanged';
  await store.saveSite({ ...site, ...wanted }, site.version);
  return 'updated';
};

/** The origins a local site has when the server listens on some port: its former local ones give way. */
export const withLocalOrigins = (origins: readonly string[], port: number): readonly string[] => [
  ...new Set([
    `http://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    ...origins.filter((origin) => !/^http:\/\/(127\.0\.0\.1|localhost)(:|$)/.test(origin)),
  ]),
];
