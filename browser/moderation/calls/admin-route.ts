/** An address for moderators, as the API's contracts write it. */
export const adminRoute = (method: string, place: string): string =>
  `${method} /v1/sites/{site}/admin/${place}`;
