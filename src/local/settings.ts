import { resolve } from 'node:path';
import * as z from 'zod';

/** Where and how a local server runs. */
export type Settings = {
  /** 0 picks a free one. */
  readonly port: number;
  /** Folder of everything that survives a restart; absolute. */
  readonly dataDir: string;
  /** A database engine to use instead of the embedded one. */
  readonly dynamodbEndpoint: string | undefined;
  /** Proxies whose X-Forwarded-For is believed, joined by commas, as the functions read it. */
  readonly trustedProxies: string;
  /** Whether a shared cache stands in front of the functions. */
  readonly edge: boolean;
};

const PORT_MAX = 65_535;

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is no port number')
    .default('4000')
    .transform(Number)
    .refine((port) => port <= PORT_MAX, `is above ${PORT_MAX}`),
  DATA_DIR: z.string().min(1, 'is empty').default('.data'),
  DYNAMODB_ENDPOINT: z.url({ protocol: /^https?$/, error: 'is no http address' }).optional(),
  TRUSTED_PROXIES: z.string().default(''),
  EDGE: z.enum(['on', 'off'], 'is neither on nor off').default('on'),
});

/** @throws when a variable is wrong; the message is one line and names it. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const { data, error } = variables.safeParse(environment);
  if (!data)
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; '));
  return {
    port: data.PORT,
    dataDir: resolve(data.DATA_DIR),
    dynamodbEndpoint: data.DYNAMODB_ENDPOINT,
    trustedProxies: data.TRUSTED_PROXIES,
    edge: data.EDGE === 'on',
  };
};
