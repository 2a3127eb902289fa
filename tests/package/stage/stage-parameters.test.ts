import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { regionOf } from '../../../tools/stage/kept-stage.cjs';
import { resourcesOf, type Template } from '../template.ts';
import { templateWith } from '../template-with.ts';
import { withCloudFormation } from './with-cloud-formation.ts';

type Values = Readonly<Record<string, string>>;
const require = createRequire(import.meta.url);
const Plugin = require('../../../tools/stage/stage-parameters.cjs');
const AwsProvider = require('serverless/lib/plugins/aws/provider.js');

const folder = mkdtempSync(join(tmpdir(), 'palabre-stage-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => rmSync(join(folder, 'deploy'), { recursive: true, force: true }));
const keptFile = (stage: string) => join(folder, 'deploy', `${stage}.json`);
const keep = (stage: string, text: string) => {
  mkdirSync(join(folder, 'deploy'), { recursive: true });
  writeFileSync(keptFile(stage), text);
};

const cloudFormation = withCloudFormation();
const clientId = 'the-page';
const defaults: Values = {
  tokenUse: 'access',
  signInScope: 'openid email',
  trustedProxies: '',
  ownDomain: 'false',
};

/** What the tool's access to AWS asks of the rest of the tool. */
const TOOL = {
  config: {},
  setProvider: () => undefined,
  getProvider: () => undefined,
  configSchemaHandler: {
    defineProvider: () => undefined,
    defineTopLevelProperty: () => undefined,
    defineFunctionProperties: () => undefined,
  },
};
const SERVICE = { service: 'palabre', provider: { name: 'aws', region: 'eu-west-3' } };

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

/** The plugin at a deployment of the stage `prod`, beside the tool's own access to AWS. */
const aDeployment = (param: readonly string[], where: object = {}, commands = ['deploy']) => {
  const provider = new AwsProvider({ ...TOOL, service: SERVICE }, { stage: 'prod' });
  return new Plugin({
    serviceDir: folder,
    classes: { Error },
    processedInput: { commands, options: { stage: 'prod', param, ...where } },
    configurationInput: { params: { default: defaults }, provider: { region: 'eu-west-3' } },
    getProvider: () => provider,
  });
};

test('what a stage was deployed with is kept, and holds until it is given anew', async () => {
  cloudFormation.hasNoStack();
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
    region: 'eu-west-3',
  });
});

test('a stage stays in the region of its first deployment, for every command of the tool', async () => {
  cloudFormation.hasNoStack();
  aDeployment([], { region: 'eu-west-1' }).hooks['after:deploy:deploy']();
  expect(JSON.parse(readFileSync(keptFile('prod'), 'utf8'))).toEqual({ region: 'eu-west-1' });
  const second = aDeployment(['alarmEmail=ops@example.org']);
  expect(second.serverless.processedInput.options.region).toBe('eu-west-1');
  second.hooks['after:deploy:deploy']();
  expect(JSON.parse(readFileSync(keptFile('prod'), 'utf8'))).toMatchObject({ region: 'eu-west-1' });

  templateWith(folder, ['--stage=prod']);
  const state = readFileSync(join(folder, '.serverless', 'serverless-state.json'), 'utf8');
  expect(JSON.parse(state).service.provider.region).toBe('eu-west-1');
  const info = aDeployment([], {}, ['info']).serverless;
  expect(info.processedInput.options.region).toBe('eu-west-1');

  expect(() => aDeployment([], { region: 'eu-west-3' })).toThrow(
    /prod is in eu-west-1, .* leave --region out/,
  );
  expect(regionOf(folder, 'prod', undefined)).toBe('eu-west-1');
  expect(() => regionOf(folder, 'prod', 'eu-west-3')).toThrow('prod is in eu-west-1');
  expect(regionOf(folder, 'dev', 'eu-west-3')).toBe('eu-west-3');
});

test('an empty region is none, whether kept or asked for', () => {
  keep('prod', JSON.stringify({ region: '' }));
  const regionWith = (where: object) => aDeployment([], where).serverless.processedInput.options.region;
  expect(regionWith({})).toBe('eu-west-3');
  expect(regionWith({ region: '' })).toBe('eu-west-3');
  keep('prod', JSON.stringify({ region: 'eu-west-1' }));
  expect(regionWith({ region: '' })).toBe('eu-west-1');
});

test('a machine that does not know what a stage was deployed with undoes none of it', async () => {
  const before = {
    issuer: 'https://login.example.org',
    clientId,
    ownDomain: 'true',
    baseUrl: 'https://c.example.org',
  };
  cloudFormation.hasStack({ Site: 'x', Parameters: JSON.stringify(before) });
  const deployment = aDeployment(['issuer=https://login.example.org', 'clientId=the-page']);
  await expect(deployment.hooks['before:deploy:deploy']()).rejects.toThrow(
    'was deployed with ownDomain, baseUrl too',
  );
  keep('prod', JSON.stringify({ ...before, ownDomain: '', baseUrl: '' }));
  await aDeployment([]).hooks['before:deploy:deploy']();
  expect(cloudFormation.asked()[0]).toMatchObject({ Action: 'DescribeStacks', StackName: 'palabre-prod' });
});

test('a stack from before parameters were kept says nothing, and is deployed', async () => {
  cloudFormation.hasStack({});
  await aDeployment([]).hooks['before:deploy:deploy']();
});

test('a deployment that may not ask what the stack has ends there, with what AWS says', async () => {
  cloudFormation.denies();
  await expect(aDeployment([]).hooks['before:deploy:deploy']()).rejects.toThrow('is not authorized');
});

test.each(['{', '[]x', '{"issuer": 5}', 'null'])('a kept file that cannot be read is named: %s', (text) => {
  keep('prod', text);
  expect(() => aDeployment([])).toThrow(/prod[.]json is damaged/);
});
