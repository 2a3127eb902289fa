import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { madeOnly } from './made-only.ts';
import { propertyProblems } from './properties.ts';
import { circles, danglingReferences } from './references.ts';
import { stars } from './stars.ts';
import { resourcesOf, type Template } from './template.ts';
import { templateWith } from './template-with.ts';

// The service over what exists already: a table and a secret, or the accounts of moderators.

const TABLE = 'arn:aws:dynamodb:eu-west-3:111122223333:table/palabre-restored';
const STREAM = `${TABLE}/stream/2026-03-09T08:00:00.000`;
const SECRET = 'arn:aws:secretsmanager:eu-west-3:111122223333:secret:palabre-AbCdEf';

const folder = mkdtempSync(join(tmpdir(), 'palabre-existing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const templateOver = (given: Readonly<Record<string, string>>): Template =>
  templateWith(
    folder,
    Object.entries(given).map(([name, value]) => `--param=${name}=${value}`),
  );

test('a table that is given with its stream and its secret is used, and none is made', () => {
  const whole = templateOver({ tableName: 'palabre-restored', streamArn: STREAM, secretArn: SECRET });
  const template = madeOnly(whole);
  expect(Object.keys(whole.Resources).filter((id) => !template.Resources[id])).toEqual([
    ...['Table', 'Secret', 'AlarmMail'],
  ]);
  expect(propertyProblems(template)).toEqual([]);
  expect(danglingReferences(template)).toEqual([]);
  expect(circles(template)).toEqual([]);
  expect(stars(template)).toEqual([]);

  for (const { Environment } of Object.values(resourcesOf(template, 'AWS::Lambda::Function')) as any[])
    expect(Environment.Variables).toMatchObject({ TABLE_NAME: 'palabre-restored', SECRET_ARN: SECRET });
  expect(Object.values(resourcesOf(template, 'AWS::Lambda::EventSourceMapping'))).toMatchObject([
    {
      EventSourceArn: STREAM,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['FailedRecords', 'Arn'] } } },
    },
  ]);
  const allowed = (Object.values(resourcesOf(template, 'AWS::IAM::Role')) as any[])
    .flatMap(({ Policies }) => Policies[0].PolicyDocument.Statement)
    .filter(({ Action }) => /^(dynamodb|secretsmanager):/.test([Action].flat()[0]))
    .map(({ Resource }) => JSON.stringify(Resource));
  expect([...new Set(allowed)].sort()).toEqual(
    [
      TABLE,
      STREAM,
      SECRET,
      ...['author', 'view'].map((index) => ({ 'Fn::Join': ['/index/', [TABLE, index]] })),
    ]
      .map((resource) => JSON.stringify(resource))
      .sort(),
  );
  expect(template.Outputs).toMatchObject({
    TableName: { Value: 'palabre-restored' },
    SecretArn: { Value: SECRET },
  });
});

test('an issuer that is given is used, and no user pool is made', () => {
  const given = {
    issuer: 'https://login.example.org/realms/news',
    clientId: 'moderation',
    audience: 'palabre',
    tokenUse: 'id',
    signInOrigins: 'https://tokens.example.org',
    signInScope: 'openid email offline_access',
  };
  const whole = templateOver(given);
  const template = madeOnly(whole);
  expect(Object.keys(whole.Resources).filter((id) => !template.Resources[id])).toEqual([
    'UserPool',
    'UserPoolClient',
    'UserPoolDomain',
    'UserPoolBranding',
    'AlarmMail',
  ]);
  expect(propertyProblems(template)).toEqual([]);
  expect(danglingReferences(template)).toEqual([]);
  expect(circles(template)).toEqual([]);
  const [authorizer] = Object.values(resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer')) as any[];
  expect(authorizer.JwtConfiguration).toEqual({ Issuer: given.issuer, Audience: ['palabre'] });
  for (const { Environment } of Object.values(resourcesOf(template, 'AWS::Lambda::Function')) as any[])
    expect(Environment.Variables).toMatchObject({
      ISSUER: given.issuer,
      CLIENT_ID: 'moderation',
      TOKEN_USE: 'id',
      SIGN_IN_ORIGINS: 'https://tokens.example.org',
      SIGN_IN_SCOPE: given.signInScope,
    });
});

test('alarms are told to an address that is given', () => {
  const template = templateOver({ alarmEmail: 'ops@example.org' });
  expect(Object.keys(madeOnly(template).Resources)).toContain('AlarmMail');
  expect(propertyProblems(madeOnly(template))).toEqual([]);
  expect(Object.values(resourcesOf(template, 'AWS::SNS::Subscription'))).toEqual([
    { TopicArn: { Ref: 'Alarms' }, Protocol: 'email', Endpoint: 'ops@example.org' },
  ]);
});

test.each([
  ['without a stream', { table: 'palabre-restored', stream: { 'Fn::GetAtt': ['Table', 'StreamArn'] } }],
  ['that is not the stream’s', { table: 'palabre-other', stream: STREAM }],
  ['that is the stack’s own, with another’s stream', { table: { Ref: 'Table' }, stream: STREAM }],
])('a table %s is refused before anything is made', (_, custom) => {
  const Plugin = createRequire(import.meta.url)('../../tools/template/one-role-per-function.cjs');
  const plugin = new Plugin({
    service: { custom },
    classes: { Error },
    getProvider: () => ({ naming: {} }),
    configSchemaHandler: { defineFunctionProperties: () => {} },
  });
  expect(() => plugin.own()).toThrow('Give tableName together with the streamArn of that table.');
});
