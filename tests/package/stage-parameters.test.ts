import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { resourcesOf, type Template } from './template.ts';
import { templateWith } from './template-with.ts';

type Values = Readonly<Record<string, string>>;
const require = createRequire(import.meta.url);
const { problemsOf } = require('../../tools/stage/check-parameters.cjs') as {
  readonly problemsOf: (parameters: Values, deployment: object) => readonly string[];
};
const Plugin = require('../../tools/stage/stage-parameters.cjs');

const folder = mkdtempSync(join(tmpdir(), 'palabre-stage-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(join(folder, 'deploy'), { recursive: true, force: true }));
const keptFile = (stage: string) => join(folder, 'deploy', `${stage}.json`);
const keep = (stage: string, text: string) => {
  mkdirSync(join(folder, 'deploy'), { recursive: true });
  writeFileSync(keptFile(stage), text);
};

const defaults: Values = {
  tokenUse: 'access',
  signInScope: 'openid email',
  trustedProxies: '',
  ownDomain: 'false',
};
const deployment = { defaults: Object.keys(defaults), region: 'eu-west-3' };
const problems = (given: Values) => problemsOf({ ...defaults, ...given }, deployment);
const clientId = 'the-page';

const TABLE = 'arn:aws:dynamodb:eu-west-3:111122223333:table/palabre-restored';
const STREAM = `${TABLE}/stream/2026-03-09T08:00:00.000`;

const wrong: readonly (readonly [string, Values, string])[] = [
  ['an issuer without TLS', { issuer: 'http://login.example.org' }, 'The issuer must be an https address'],
  ['an issuer that is none', { issuer: 'login.example.org' }, 'The issuer must be an https address'],
  [
    'an issuer with a query',
    { issuer: 'https://login.example.org/?a=b' },
    'The issuer must be an https address',
  ],
  ['an issuer without a client', { issuer: 'https://login.example.org' }, 'Give the issuer together'],
  [
    'an issuer with an empty client',
    { issuer: 'https://login.example.org', clientId: ' ' },
    'Give the issuer together',
  ],
  ['a client without an issuer', { clientId }, 'together with their issuer'],
  ['an audience without an issuer', { audience: 'palabre' }, 'together with their issuer'],
  [
    'an empty audience',
    { issuer: 'https://login.example.org', clientId, audience: ' ' },
    'The audience is empty',
  ],
  ['origins without an issuer', { signInOrigins: 'https://a.example' }, 'together with their issuer'],
  [
    'an origin with a path',
    { issuer: 'https://login.example.org', clientId, signInOrigins: 'https://a.example,https://b.example/x' },
    'signInOrigins takes origins',
  ],
  ['a token of another use', { tokenUse: 'refresh' }, 'tokenUse is access or id'],
  ['a scope without openid', { signInScope: 'email' }, 'signInScope must hold openid'],
  ['a base address with a slash at its end', { baseUrl: 'https://c.example.org/' }, 'no slash at its end'],
  ['a base address without TLS', { baseUrl: 'http://c.example.org' }, 'The baseUrl must be an https address'],
  [
    'a base address with a query',
    { baseUrl: 'https://c.example.org?x' },
    'The baseUrl must be an https address',
  ],
  [
    'a base address in capitals',
    { baseUrl: 'https://C.example.org' },
    'The baseUrl must be an https address',
  ],
  ['a base address that is none', { baseUrl: 'c.example.org' }, 'The baseUrl must be an https address'],
  ['an own domain without its address', { ownDomain: 'true' }, 'give the other one'],
  [
    'an own domain whose address is the gateway’s',
    { ownDomain: 'true', baseUrl: 'https://abc.execute-api.eu-west-3.amazonaws.com' },
    'which is what baseUrl names',
  ],
  ['an own domain that is neither', { ownDomain: 'yes' }, 'ownDomain is true or false'],
  ['a proxy that is a name', { trustedProxies: 'cdn.example.org' }, '"cdn.example.org" is none'],
  ['a proxy with too long a prefix', { trustedProxies: '192.0.2.0/33' }, '"192.0.2.0/33" is none'],
  ['everybody as a proxy', { trustedProxies: '192.0.2.1, ::/0' }, '"::/0" is none'],
  ['an empty proxy', { trustedProxies: '192.0.2.1,' }, '"" is none'],
  ['a proxy with a port', { trustedProxies: '192.0.2.1:80' }, '"192.0.2.1:80" is none'],
  [
    'a table without its stream',
    { tableName: 'palabre-restored' },
    'Give tableName together with the streamArn',
  ],
  ['a stream without its table', { streamArn: STREAM }, 'Give tableName together with the streamArn'],
  ['a stream of another table', { tableName: 'palabre-other', streamArn: STREAM }, 'Give tableName together'],
  [
    'a table’s ARN for its stream’s',
    { tableName: 'palabre-restored', streamArn: TABLE },
    'Give tableName together',
  ],
  [
    'a table of another region',
    { tableName: 'palabre-restored', streamArn: STREAM.replace('eu-west-3', 'eu-west-1') },
    'The table is in eu-west-1',
  ],
  ['a secret that is no ARN', { secretArn: 'palabre' }, 'The secretArn must be the ARN of a secret'],
  ['a misspelled name', { tabelName: 'x' }, 'There is no parameter tabelName'],
];

test.each(wrong)('%s is refused with one sentence', (_, given, sentence) => {
  const [problem, ...others] = problems(given);
  expect(problem).toContain(sentence);
  expect(problem).not.toContain('\n');
  expect(others).toEqual([]);
});

test.each<[string, Values]>([
  ['nothing', {}],
  [
    'another Cognito',
    { issuer: 'https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_Ab1Cd2Ef3', clientId },
  ],
  ['Keycloak', { issuer: 'https://login.example.org/realms/news', clientId, audience: 'palabre' }],
  ['Google', { issuer: 'https://accounts.google.com', clientId, tokenUse: 'id' }],
  ['a domain of one’s own', { ownDomain: 'true', baseUrl: 'https://comments.example.org' }],
  ['a path on a domain', { baseUrl: 'https://example.org/comments' }],
  ['proxies', { trustedProxies: '192.0.2.0/24, 2001:db8::/32,198.51.100.7' }],
  ['a restored table', { tableName: 'palabre-restored', streamArn: STREAM }],
  [
    'a table of China',
    { tableName: 'palabre-restored', streamArn: STREAM.replace('arn:aws:', 'arn:aws-cn:') },
  ],
])('a package of %s is made', (_, given) => expect(problems(given)).toEqual([]));

/** Runs the deployment tool in the folder. */
const serverless = (...args: readonly string[]) => {
  const cli = resolve('node_modules/serverless/bin/serverless.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};

test('a stage is packaged with what it was deployed with, but for what is given anew; other stages are not', () => {
  keep(
    'prod',
    JSON.stringify({
      ...{ issuer: 'https://login.example.org', clientId, audience: '' },
      trustedProxies: '192.0.2.0/24',
    }),
  );
  const saidIn = (template: Template) => {
    const [authorizer] = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer')) as any[];
    const [one] = Object.values(resourcesOf(template, 'AWS::Lambda::Function')) as any[];
    const { Issuer, Audience } = authorizer.JwtConfiguration;
    return [Issuer, Audience, one.Environment.Variables.TRUSTED_PROXIES];
  };
  const given = templateWith(folder, ['--stage=prod', '--param=trustedProxies=198.51.100.0/24']);
  expect(saidIn(given)).toEqual(['https://login.example.org', [clientId], '198.51.100.0/24']);
  expect((given.Outputs as any).Parameters.Value).toContain('198.51.100.0/24');
  expect(JSON.parse(readFileSync(keptFile('prod'), 'utf8')).trustedProxies).toBe('192.0.2.0/24');

  const refused = serverless('package', '--stage=prod', '--param=baseUrl=https://c.example.org/');
  expect([refused.status, refused.said]).toEqual([1, expect.stringContaining('no slash at its end')]);
});

/** The plugin at a deployment of the stage `prod`, and what the stack says of the one before. */
const aDeployment = (param: readonly string[], outputs?: Values) => {
  const said = outputs && [{ OutputKey: 'Parameters', OutputValue: JSON.stringify(outputs) }];
  return new Plugin({
    serviceDir: folder,
    classes: { Error },
    processedInput: { commands: ['deploy'], options: { stage: 'prod', param } },
    configurationInput: { params: { default: defaults }, provider: { region: 'eu-west-3' } },
    getProvider: () => ({
      naming: { getStackName: () => 'palabre-prod' },
      request: async () => {
        if (!said) throw new Error('Stack with id palabre-prod does not exist');
        return { Stacks: [{ Outputs: said }] };
      },
    }),
  });
};

test('what a stage was deployed with is kept, and holds until it is given anew', async () => {
  const first = aDeployment([
    'issuer=https://login.example.org',
    'clientId=the-page',
    'trustedProxies=192.0.2.0/24',
  ]);
  await first.hooks['before:deploy:deploy']();
  first.hooks['after:deploy:deploy']();
  const second = aDeployment(['trustedProxies=198.51.100.0/24']);
  expect(second.serverless.configurationInput.params.prod).toMatchObject({
    issuer: 'https://login.example.org',
  });
  second.hooks['after:deploy:deploy']();
  expect(JSON.parse(readFileSync(keptFile('prod'), 'utf8'))).toEqual({
    issuer: 'https://login.example.org',
    clientId,
    trustedProxies: '198.51.100.0/24',
  });
});

test('a machine that does not know what a stage was deployed with undoes none of it', async () => {
  const before = {
    issuer: 'https://login.example.org',
    clientId,
    ownDomain: 'true',
    baseUrl: 'https://c.example.org',
  };
  const deployment = aDeployment(['issuer=https://login.example.org', 'clientId=the-page'], before);
  await expect(deployment.hooks['before:deploy:deploy']()).rejects.toThrow(
    'was deployed with ownDomain, baseUrl too',
  );
  keep('prod', JSON.stringify({ ...before, ownDomain: '', baseUrl: '' }));
  await aDeployment([], before).hooks['before:deploy:deploy']();
});

test.each(['{', '[]x', '{"issuer": 5}', 'null'])('a kept file that cannot be read is named: %s', (text) => {
  keep('prod', text);
  expect(() => aDeployment([])).toThrow(/prod[.]json is damaged/);
});
