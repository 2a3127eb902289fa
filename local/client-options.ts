/** Credentials for an engine on this machine, which requires some and checks none. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const LOCAL_REGION = 'eu-west-3';

/** Options of an AWS client for an endpoint: http is a local engine, https is AWS with the usual credentials. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  ...(endpoint.startsWith('http:') ? { region: LOCAL_REGION, credentials: localCredentials } : {}),
});
