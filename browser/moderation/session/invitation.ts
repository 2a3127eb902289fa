/** The site and the token that an invitation's address names: `#/join/courrier/…`; undefined for any other address. */
export const readInvitation = (
  hash: string,
): { readonly site: string; readonly token: string } | undefined => {
  const [, site, token] = /^#\/join\/([a-z0-9-]+)\/([\w-]+)$/.exec(hash) ?? [];
  return site !== undefined && token !== undefined ? { site, token } : undefined;
};
