import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

const STACK_FILE = join(import.meta.dirname, '../serverless.yml');

export type RouteSetup =
  | string
  | {
      readonly method: string;
      readonly path: string;
      readonly authorizer?: { readonly name: string; readonly scopes?: readonly string[] };
    };
export type ScheduleSetup = { readonly rate: string | readonly string[]; readonly input?: unknown };
export type StreamSetup = {
  readonly batchSize?: number;
  readonly maximumRetryAttempts?: number;
  readonly filterPatterns?: readonly unknown[];
};
export type AuthorizerSetup = { readonly audience: string | readonly string[] };

export type FunctionSetup = {
  /** Seconds. */
  readonly timeout?: number;
  /** Megabytes. */
  readonly memorySize?: number;
  readonly events?: readonly {
    readonly httpApi?: RouteSetup;
    readonly schedule?: ScheduleSetup;
    readonly stream?: StreamSetup;
  }[];
};
export type Resource = { readonly Type: string; readonly Properties: Readonly<Record<string, unknown>> };

/** What local runs read of `serverless.yml`. */
export type Stack = {
  readonly service?: string;
  readonly provider: {
    readonly region?: string;
    readonly timeout?: number;
    readonly memorySize?: number;
    readonly httpApi?: { readonly authorizers?: Readonly<Record<string, AuthorizerSetup>> };
  };
  readonly functions: Readonly<Record<string, FunctionSetup>>;
  readonly resources: { readonly Resources: Readonly<Record<string, Resource>> };
};

/** The file, with the defaults of its parameters filled in. */
export const readStack = (file = STACK_FILE): Stack => {
  const stack = load(readFileSync(file, 'utf8'));
  const { params } = stack as { params?: { default?: Readonly<Record<string, unknown>> } };
  const fill = (value: string) =>
    value.replace(/\$\{param:(\w+)\}/g, (whole, name) => String(params?.default?.[name] ?? whole));
  return JSON.parse(JSON.stringify(stack), (_key, value) =>
    typeof value === 'string' ? fill(value) : value,
  );
};

/** The function behind the table's stream, and how its records come. */
export const streamOf = ({ functions }: Stack): { name: string; stream: StreamSetup } | undefined =>
  Object.entries(functions)
    .flatMap(([name, { events = [] }]) => events.flatMap(({ stream }) => (stream ? [{ name, stream }] : [])))
    .at(0);
