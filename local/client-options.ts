/** Credentials for an engine on this machine, which requires some and checks none. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
export const LOCAL_REGION = 'eu-west-3';

/** Whether an endpoint is a local engine, by its protocol: AWS has https only. */
export const isLocalEngine = (endpoint: string): boolean => URL.parse(endpoint)?.protocol === 'http:';

/** Options of an AWS client for an endpoint: http is a local engine, https is AWS with the usual credentials. */
export const clientOptions = (endpoint: string) => ({
  endpoint,
  ...(isLocalEngine(endpoint) ? { region: LOCAL_REGION, credentials: localCredentials } : {}),
});
