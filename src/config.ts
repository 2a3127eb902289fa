import * as z from 'zod';

/** A secret of under 32 bytes could be guessed, and is refused at start. */
const SECRET_BYTES_MIN = 32;
const SITE_CACHE_S = 60;

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

// A function parses one body at a time: compiling every schema would only make it start later.
z.config({ jitless: true });

const functionSettings = z
  .object({
    TABLE_NAME: z.string().min(3),
    /** The API's public address. Requests' own `Host` is never trusted. */
    BASE_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
    SECRET: z
      .string()
      .regex(/^(?:[0-9a-f]{2})+$/i)
      .optional(),
    SECRET_ARN: z.string().optional(),
    TRUSTED_PROXIES: list,
    SITE_CACHE_S: z.coerce.number().min(0).max(3600).default(SITE_CACHE_S),
    DYNAMODB_ENDPOINT: z.url().optional(),
  })
  .refine(({ SECRET }) => SECRET === undefined || SECRET.length >= 2 * SECRET_BYTES_MIN, {
    error: `SECRET needs at least ${SECRET_BYTES_MIN} bytes.`,
  });

/** What a function is told by its environment. */
export type Config = {
  readonly tableName: string;
  readonly baseUrl: string;
  readonly secret: { readonly hex: string } | { readonly arn: string } | undefined;
  /** Addresses and prefixes whose `X-Forwarded-For` counts. */
  readonly trustedProxies: readonly string[];
  readonly siteCacheS: number;
  readonly dynamodbEndpoint: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws when a variable is missing or wrong; the message names it and never shows a value. */
export const readConfig = (environment: Environment = process.env): Config => {
  const { data, error } = functionSettings.safeParse(environment);
  if (!data)
    throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '));
  return {
    tableName: data.TABLE_NAME,
    baseUrl: data.BASE_URL,
    secret: secretOf(data.SECRET, data.SECRET_ARN),
    trustedProxies: data.TRUSTED_PROXIES,
    siteCacheS: data.SITE_CACHE_S,
    dynamodbEndpoint: data.DYNAMODB_ENDPOINT,
  };
};

const secretOf = (hex: string | undefined, arn: string | undefined): Config['secret'] => {
  if (hex !== undefined) return { hex };
  return arn === undefined ? undefined : { arn };
};

/** The environment as it is, for the local server, which hands parts of it on. */
export const environment = (): Environment => process.env;
