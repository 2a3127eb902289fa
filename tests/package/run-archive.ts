import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { type Account, REGION, SECRET_ARN, TABLE } from './account.ts';
import { type Report, startRuntimeApi } from './runtime-api.ts';

const HOSTS = join(import.meta.dirname, 'hosts.mjs');
const BOOTSTRAP = join(import.meta.dirname, 'bootstrap.mjs');
/** The client of the Runtime API: ours, or AWS's own, which is a folder with native code (see CONTRIBUTING.md). */
const CLIENT = process.env.RUNTIME_CLIENT ?? BOOTSTRAP;
const CLIENT_NEEDS =
  CLIENT === BOOTSTRAP
    ? [mayRead(BOOTSTRAP)]
    : [mayRead(dirname(CLIENT)), '--allow-addons', '--disable-warning=SecurityWarning'];
const MODULES = ['/opt/nodejs/node24/node_modules', '/opt/nodejs/node_modules', '/var/runtime/node_modules'];

/** A function of the packaged template, as far as its start goes. */
export type Lambda = {
  readonly FunctionName: string;
  readonly Handler: string;
  readonly MemorySize: number;
  readonly Environment: { readonly Variables: Readonly<Record<string, string | object>> };
};
export type Outcome = Report & { readonly output: string; readonly errors: string };

/**
 * Runs an unpacked archive on one event, as Lambda does: with the variables that Lambda sets and the template gives, and no others.
 * Node lets it read its folder and no other file, start no process and load no native code.
 * @returns what it told the Runtime API, or `ended` when it ended without a word; and what it printed.
 */
export const runArchive = async (
  lambda: Lambda,
  root: string,
  event: unknown,
  account: Account,
): Promise<Outcome> => {
  const api = await startRuntimeApi(event);
  const flags = ['--permission', mayRead(root), mayRead(HOSTS), ...CLIENT_NEEDS, '--import', hrefOf(HOSTS)];
  const args = [CLIENT, lambda.Handler, JSON.stringify(account.hosts)];
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    env: environmentOf(lambda, root, api.address),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  const told = await Promise.race([
    api.told,
    printed.then((): Report => ({ path: 'ended', body: undefined })),
  ]);
  child.kill('SIGKILL');
  const [output, errors] = await printed;
  await api.stop();
  return { ...told, output, errors };
};

function mayRead(path: string): string {
  return `--allow-fs-read=${path}`;
}

const hrefOf = (path: string): string => pathToFileURL(path).href;

/** Source: Lambda's guide, "Defined runtime environment variables". */
const environmentOf = (lambda: Lambda, root: string, api: string): Record<string, string> => ({
  _HANDLER: lambda.Handler,
  LAMBDA_TASK_ROOT: root,
  LAMBDA_RUNTIME_DIR: '/var/runtime',
  AWS_LAMBDA_RUNTIME_API: api,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_FUNCTION_NAME: lambda.FunctionName,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.MemorySize),
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${lambda.FunctionName}`,
  AWS_LAMBDA_LOG_STREAM_NAME: '2026/03/09/[$LATEST]0123456789abcdef',
  AWS_LAMBDA_LOG_FORMAT: 'JSON',
  AWS_LAMBDA_LOG_LEVEL: 'INFO',
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_ACCESS_KEY_ID: 'ASIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'example',
  AWS_SESSION_TOKEN: 'example',
  AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
  AWS_XRAY_DAEMON_ADDRESS: '169.254.79.129:2000',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  PATH: '/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin',
  LD_LIBRARY_PATH: '/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/opt/lib',
  NODE_PATH: [...MODULES, '/var/runtime', '/var/task'].join(':'),
  ...Object.fromEntries(
    Object.entries(lambda.Environment.Variables).map(([name, value]) => [name, resolved(value)]),
  ),
});

/** What CloudFormation makes of a variable in the template, as far as ours go. */
const resolved = (value: string | object): string => {
  if (typeof value === 'string') return value;
  const { Ref = '', 'Fn::Sub': text = '' } = value as { Ref?: string; 'Fn::Sub'?: string };
  const made = known[Ref] ?? text.replaceAll(/[$][{]([^}]+)[}]/g, (whole, name) => known[name] ?? whole);
  if (made === '' || made.includes('${')) throw new Error(`Unknown here: ${JSON.stringify(value)}`);
  return made;
};

const known: Readonly<Record<string, string>> = {
  Table: TABLE,
  Secret: SECRET_ARN,
  HttpApi: 'a1b2c3d4e5',
  UserPool: `${REGION}_Ab1Cd2Ef3`,
  UserPoolClient: '1example23456789',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};
