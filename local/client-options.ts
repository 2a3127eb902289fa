/** The credentials an engine on this machine is given; it wants some and looks at none. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const LOCAL_REGION = 'eu-west-3';

/** Options of an AWS client for an endpoint: plain http is an engine of one's own, https is AWS with the credentials found around. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  ...(endpoint.startsWith('http:') ? { region: LOCAL_REGION, credentials: localCredentials } : {}),
});
