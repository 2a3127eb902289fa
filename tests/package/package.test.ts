import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { load } from 'js-yaml';
import { packageService } from '../../tools/package.mjs';
import { filesIn } from './archive.ts';
import { madeOnly } from './made-only.ts';
import { propertyProblems } from './properties.ts';
import { circles, danglingReferences } from './references.ts';
import { stars } from './stars.ts';
import { resourcesOf, type Template, type Tree } from './template.ts';
import { testArchives } from './test-archives.ts';

type Loose = any;

const temporary = mkdtempSync(join(tmpdir(), 'palabre-package-'));
afterAll(() => rmSync(temporary, { recursive: true }));

const packaged = await packageService(temporary);
const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const template: Template = readJson(join(packaged, 'cloudformation-template-update-stack.json'));
const written: Loose = load(readFileSync('serverless.yml', 'utf8'));
const names = Object.keys(written.functions).sort();

const all = (type: string): [string, Loose][] => Object.entries(resourcesOf(template, type));
const the = (type: string): Loose => all(type)[0]?.[1];
const propertiesOf = (id: string): Loose => template.Resources[id]?.Properties;
const arnOf = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });
const idIn = (arn: Loose): string => arn['Fn::GetAtt'][0];

const functions = all('AWS::Lambda::Function').map(([id, properties]) => ({
  id,
  name: properties.Handler.replace(/^dist[/]|[.]handler$/g, ''),
  roleId: idIn(properties.Role),
  ...properties,
}));
const functionNamed = (name: string) => functions.find((one) => one.name === name);
const schedules = all('AWS::Scheduler::Schedule').map(([, schedule]) => schedule);

const statementsOf = (roleId: string): Loose[] =>
  propertiesOf(roleId).Policies.flatMap(({ PolicyDocument }: Loose) => PolicyDocument.Statement);
const actionsOf = (name: string): string[] =>
  statementsOf(functionNamed(name)?.roleId).flatMap(({ Action }: Loose) => Action);
const namesWith = (action: string) => names.filter((name) => actionsOf(name).includes(action));

describe('the packaged template', () => {
  test('knows every type and property it uses, and lacks none', () => {
    expect(propertyProblems(template)).toEqual([]);
  });

  test('refers to nothing it does not have, and to nothing in a circle', () => {
    const made = Object.keys(madeOnly(template).Resources);
    expect(Object.keys(template.Resources).filter((id) => !made.includes(id))).toEqual(['AlarmMail']);
    expect(danglingReferences(madeOnly(template))).toEqual([]);
    expect(circles(template)).toEqual([]);
  });

  test('permits nothing by a star', () => {
    expect(stars(template)).toEqual([]);
  });
});

/** Source: CloudFormation's quotas, "Resources" and "Template body size in an S3 object". */
const RESOURCES_MAX = 500;
const BYTES_MAX = 1_000_000;
/** Two more functions with what belongs to them, or some alarms. */
const RESOURCES_FREE = 15;

describe('what CloudFormation takes of a template', () => {
  test('is more than this one has, with some room', () => {
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(RESOURCES_MAX - RESOURCES_FREE);
    expect(JSON.stringify(template).length).toBeLessThanOrEqual(0.9 * BYTES_MAX);
  });
});

describe('every function', () => {
  test('has one handler, one event and one bundle of its name', () => {
    const filesOf = (pattern: string) => globSync(pattern).map((path) => basename(path).split('.')[0]);
    expect(filesOf('handlers/*.ts').sort()).toEqual(names);
    expect(filesOf('events/*.json').sort()).toEqual(names);
    expect(functions.map(({ name }) => name).sort()).toEqual(names);
  });

  test('has an archive with its own bundle, the weights if it judges, the page or the script that it serves, the licences of what is bundled, and nothing else', () => {
    const beside: Readonly<Record<string, readonly string[]>> = {
      'weights.bin': [
        ...['submit-comment', 'follow-changes', 'reconcile-counts'],
        ...['revise-comment', 'change-policy', 'roll-back-policy', 'backtest-policy'],
      ],
      'moderation-page.json': ['serve-moderation', 'serve-asset'],
      'readers-script.json': ['serve-embed', 'describe-embed', 'serve-asset'],
    };
    for (const name of names) {
      const read = Object.keys(beside).filter((file) => beside[file]?.includes(name));
      const files = [`${name}.mjs`, `${name}.mjs.map`, 'licences.txt', ...read].map((file) => `dist/${file}`);
      expect(filesIn(join(packaged, `${name}.zip`)).toSorted()).toEqual(files.toSorted());
    }
  });

  test('carries the licence of every package that its bundle holds', () => {
    const licences = readFileSync(join(temporary, 'dist/licences.txt'), 'utf8');
    const sources: readonly string[] = names.flatMap(
      (name) => readJson(join(temporary, `dist/${name}.mjs.map`)).sources,
    );
    const packages = sources.flatMap(
      (path) => path.match(/^(?:[.][.][/])*.*?node_modules[/]((?:@[^/]+[/])?[^/]+)/)?.[1] ?? [],
    );
    expect(packages).toContain('@aws-sdk/client-dynamodb');
    expect([...new Set(packages)].filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
  });

  test('runs on Node 24 on arm64 and logs JSON', () => {
    for (const lambda of functions)
      expect(lambda).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
      });
  });

  test('has a log of its own, kept for 180 days', () => {
    expect(all('AWS::Logs::LogGroup').map(([, group]) => group)).toEqual(
      functions.map(({ FunctionName }) => ({
        LogGroupName: `/aws/lambda/${FunctionName}`,
        RetentionInDays: 180,
      })),
    );
  });

  test('is told the table, the secret and its public address', () => {
    for (const { Environment } of functions)
      expect(Environment.Variables).toEqual({
        TABLE_NAME: { Ref: 'Table' },
        SECRET_ARN: { Ref: 'Secret' },
        BASE_URL: { 'Fn::Sub': expect.stringMatching(/^https:.+[^/]$/) },
        TRUSTED_PROXIES: '',
        ISSUER: { 'Fn::Sub': expect.stringMatching(/^https:[/]{2}cognito-idp[.].+[/][$][{]UserPool[}]$/) },
        CLIENT_ID: { Ref: 'UserPoolClient' },
        TOKEN_USE: 'access',
        SIGN_IN_SCOPE: 'openid email',
        SIGN_IN_ORIGINS: {
          'Fn::If': [
            'MakesUserPool',
            {
              'Fn::Sub': expect.stringMatching(
                /^https:[/]{2}palabre-dev-.+[.]auth[.].+[.]amazoncognito[.]com$/,
              ),
            },
            '',
          ],
        },
        SITE_CACHE_S: '60',
      });
  });

  test('answers a request well before the gateway gives up; only what no one waits for takes longer', () => {
    const slow = functions
      .filter(({ Timeout }) => Timeout !== 10)
      .map(({ name, Timeout }) => [name, Timeout]);
    expect(Object.fromEntries(slow)).toEqual({
      'purge-expired': 300,
      'forget-networks': 300,
      'reconcile-counts': 300,
      'follow-changes': 60,
    });
  });
});

describe('roles', () => {
  const scheduleRoles = schedules.map(({ Target }) => idIn(Target.RoleArn));
  const functionRoles = functions.map(({ roleId }) => roleId);

  test('are one for each function and each schedule, and none is shared', () => {
    const used = [...functionRoles, ...scheduleRoles].sort();
    expect(new Set(used).size).toBe(used.length);
    expect(
      all('AWS::IAM::Role')
        .map(([id]) => id)
        .sort(),
    ).toEqual(used);
  });

  test('are assumed by one service each, and hold nothing managed elsewhere', () => {
    const trusted = (id: string): string[] =>
      propertiesOf(id).AssumeRolePolicyDocument.Statement.map(({ Principal }: Loose) => Principal.Service);
    for (const id of functionRoles) expect(trusted(id)).toEqual(['lambda.amazonaws.com']);
    for (const id of scheduleRoles) expect(trusted(id)).toEqual(['scheduler.amazonaws.com']);
    for (const [, { ManagedPolicyArns }] of all('AWS::IAM::Role')) expect(ManagedPolicyArns).toBeUndefined();
    expect(all('AWS::IAM::Policy')).toEqual([]);
  });

  // A log group's ARN, as CloudFormation gives it, covers the streams in it: its `:*` stands in no template.
  test('write to the log of their own function', () => {
    for (const { roleId, FunctionName } of functions) {
      const [log] = statementsOf(roleId);
      expect(log.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
      expect(propertiesOf(idIn(log.Resource)).LogGroupName).toBe(`/aws/lambda/${FunctionName}`);
    }
  });

  test('hold beside it what serverless.yml grants and the events imply, and nothing else', () => {
    for (const { roleId, name } of functions)
      expect(statementsOf(roleId).slice(1)).toEqual([...granted(name), ...implied(name)]);
  });

  test('let nobody scan, few delete, and one function read the stream', () => {
    expect(namesWith('dynamodb:Scan')).toEqual([]);
    expect(namesWith('dynamodb:DeleteItem').toSorted()).toEqual([
      'erase-comments',
      'follow-changes',
      'lift-ban',
      'purge-expired',
      'reconcile-counts',
    ]);
    expect(namesWith('dynamodb:GetRecords')).toEqual(['follow-changes']);
  });

  test('let a function that only reads write nothing', () => {
    const reading = names.filter((name) => /^(list|render|open|count|show|check|describe|read)-/.test(name));
    expect(reading).toHaveLength(27);
    for (const name of reading) expect(actionsOf(name).join()).not.toMatch(/Put(?!LogEvents)|Update|Delete/);
  });

  const allow = (actions: string[], resource: Tree) => ({
    Effect: 'Allow',
    Action: actions,
    Resource: resource,
  });
  const onDynamoDb = (actions: string[]) => actions.map((action) => `dynamodb:${action}`);
  const granted = (name: string) => {
    const { table, author, view, secret } = written.functions[name].permissions;
    const index = (name: string) => ({ 'Fn::Join': ['/index/', [arnOf('Table'), name]] });
    return [
      ...(table ? [allow(onDynamoDb(table), arnOf('Table'))] : []),
      ...(author ? [allow(onDynamoDb(author), index('author'))] : []),
      ...(view ? [allow(onDynamoDb(view), index('view'))] : []),
      ...(secret ? [allow(['secretsmanager:GetSecretValue'], { Ref: 'Secret' })] : []),
    ];
  };
  const implied = (name: string) => {
    const reads = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    const isJob = schedules.some(({ Target }) => idIn(Target.Arn) === functionNamed(name)?.id);
    return [
      ...(name === 'follow-changes' ? [allow(onDynamoDb(reads), arnOf('Table', 'StreamArn'))] : []),
      ...(name === 'follow-changes'
        ? [
            allow(['s3:PutObject'], { 'Fn::Join': ['', [arnOf('FailedRecords'), '/aws/lambda/*']] }),
            allow(['s3:ListBucket'], arnOf('FailedRecords')),
          ]
        : []),
      ...(isJob ? [allow(['sqs:SendMessage'], arnOf('DeadLetters'))] : []),
    ];
  };
});

describe('routes', () => {
  const routes = all('AWS::ApiGatewayV2::Route').map(([, route]) => route);
  const isAdmin = ({ RouteKey }: Loose) => RouteKey.includes('/admin/');

  test('are those of serverless.yml, each to its own function', () => {
    const stated = Object.values<Loose>(written.functions).flatMap(({ events }) =>
      events.flatMap(({ httpApi }: Loose) => (httpApi ? [routeKey(httpApi)] : [])),
    );
    expect(routes.map((route) => route.RouteKey).sort()).toEqual(stated.sort());
    const answering = Object.values<Loose>(written.functions).filter(({ events }) =>
      events.some(({ httpApi }: Loose) => httpApi),
    );
    expect(all('AWS::ApiGatewayV2::Integration')).toHaveLength(answering.length);
  });

  test('of moderators want a token', () => {
    // 30, and HEAD beside 14 that read.
    expect(routes.filter(isAdmin)).toHaveLength(49);
    for (const route of routes.filter(isAdmin)) {
      expect(route).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: 'HttpApiAuthorizerModerators' },
      });
      expect(route.AuthorizationScopes ?? []).toEqual([]);
    }
  });

  test('of everybody else want none', () => {
    for (const route of routes.filter((one) => !isAdmin(one))) {
      expect(route.AuthorizationType).toBeUndefined();
      expect(route.AuthorizerId).toBeUndefined();
    }
  });

  test('are throttled, and leave CORS to the functions', () => {
    expect(the('AWS::ApiGatewayV2::Stage').DefaultRouteSettings).toMatchObject({
      ThrottlingRateLimit: expect.any(Number),
      ThrottlingBurstLimit: expect.any(Number),
    });
    expect(the('AWS::ApiGatewayV2::Api').CorsConfiguration).toBeUndefined();
  });

  const routeKey = (event: Loose) => {
    if (event === '*') return '$default';
    return typeof event === 'string' ? event : `${event.method} ${event.path}`;
  };
});

describe('the user pool', () => {
  const pool = the('AWS::Cognito::UserPool');
  const client = the('AWS::Cognito::UserPoolClient');

  test('is whose tokens the gateway takes, made for the moderators’ page', () => {
    expect(the('AWS::ApiGatewayV2::Authorizer').JwtConfiguration).toEqual({
      Issuer: { 'Fn::Sub': expect.stringMatching(/[/][$][{]UserPool[}]$/) },
      Audience: [{ Ref: 'UserPoolClient' }],
    });
    expect(template.Resources.UserPool).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(pool).toMatchObject({
      DeletionProtection: 'ACTIVE',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
    });
  });

  test('knows one public client, which leads back to the page and nowhere else', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
    });
    const url = { Url: functions[0]?.Environment.Variables.BASE_URL };
    const back = [{ 'Fn::Sub': [expect.stringMatching(/^[$][{]Url[}][/]moderation[/]$/), url] }];
    expect([client.CallbackURLs, client.LogoutURLs]).toEqual([back, back]);
    expect(the('AWS::Cognito::UserPoolDomain').ManagedLoginVersion).toBe(2);
  });
});

describe('the table', () => {
  const table = the('AWS::DynamoDB::Table');

  test('outlives the stack and mistakes', () => {
    expect(template.Resources.Table).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
    });
    expect(table).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  test('is billed by request, lets items expire and tells its changes', () => {
    expect(table).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
  });

  test('has the keys pk and sk, and the indexes view and author', () => {
    const keys = ({ KeySchema }: Loose) =>
      KeySchema.map((key: Loose) => `${key.AttributeName} ${key.KeyType}`);
    expect(keys(table)).toEqual(['pk HASH', 'sk RANGE']);
    expect(table.GlobalSecondaryIndexes.map((index: Loose) => [index.IndexName, ...keys(index)])).toEqual([
      ['view', 'v HASH', 'vs RANGE'],
      ['author', 'a HASH', 'sk RANGE'],
    ]);
  });

  test('shows in an index no network and no e-mail address', () => {
    const shown = table.GlobalSecondaryIndexes.flatMap(({ Projection }: Loose) => [
      Projection.ProjectionType,
      ...(Projection.NonKeyAttributes ?? []),
    ]);
    expect(shown).not.toContain('ALL');
    expect(shown.join()).not.toMatch(/mail|network|address/i);
  });
});

describe('what happens without a request', () => {
  test('is on a schedule for each job, which is told its name and that it is no rehearsal', () => {
    const told = schedules.map(({ ScheduleExpression, State, Target }) => [
      functions.find(({ id }) => id === idIn(Target.Arn))?.name,
      ScheduleExpression,
      State,
      JSON.parse(Target.Input),
    ]);
    expect(told).toEqual([
      ['purge-expired', 'rate(1 hour)', 'ENABLED', { job: 'purge-expired', dryRun: false }],
      ['forget-networks', 'cron(17 3 * * ? *)', 'ENABLED', { job: 'forget-networks', dryRun: false }],
      ['reconcile-counts', 'cron(17 4 * * ? *)', 'ENABLED', { job: 'reconcile-counts', dryRun: false }],
    ]);
  });

  test('is started by a role that can start that one function, or say that it could not', () => {
    for (const { Target } of schedules) {
      expect(Target.DeadLetterConfig).toEqual({ Arn: arnOf('DeadLetters') });
      expect(statementsOf(idIn(Target.RoleArn))).toEqual([
        { Effect: 'Allow', Action: ['lambda:InvokeFunction'], Resource: Target.Arn },
        { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: arnOf('DeadLetters') },
      ]);
    }
  });

  test('raises an alarm when no run has finished for hours, as the log of the job says', () => {
    const alarms = all('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm);
    for (const { Target, ScheduleExpression } of schedules) {
      const { name } = functions.find(({ id }) => id === idIn(Target.Arn)) ?? {};
      const [, filter] =
        all('AWS::Logs::MetricFilter').find(([, { LogGroupName }]) =>
          propertiesOf(LogGroupName.Ref).LogGroupName.endsWith(`-${name}`),
        ) ?? [];
      const [metric] = filter?.MetricTransformations ?? [];
      expect(filter?.FilterPattern).toContain('$.message.event = "job" && $.message.finished IS TRUE');
      expect(metric).toMatchObject({ MetricName: `${name}-finished`, MetricValue: '1' });
      const alarm = alarms.find(({ MetricName }) => MetricName === metric.MetricName);
      expect(alarm).toMatchObject({
        ...{ Namespace: metric.MetricNamespace, Statistic: 'Sum', Threshold: 1, Period: 3600 },
        ...{ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' },
        AlarmActions: [{ Ref: 'Alarms' }],
        EvaluationPeriods: ScheduleExpression.startsWith('rate') ? 6 : 26,
      });
    }
  });

  test('follows the table’s stream, batch by batch, a bad record alone', () => {
    expect(the('AWS::Lambda::EventSourceMapping')).toMatchObject({
      EventSourceArn: arnOf('Table', 'StreamArn'),
      FunctionName: arnOf(functionNamed('follow-changes')?.id),
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      DestinationConfig: { OnFailure: { Destination: arnOf('FailedRecords') } },
    });
  });

  test('is kept whole where it is given up, for 30 days, out of everybody’s sight', () => {
    expect(template.Resources.FailedRecords).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      DependsOn: ['DeadLettersPolicy'],
    });
    const { PublicAccessBlockConfiguration, LifecycleConfiguration, ...bucket } =
      propertiesOf('FailedRecords');
    expect(Object.entries(PublicAccessBlockConfiguration).filter(([, isOn]) => isOn)).toHaveLength(4);
    expect(LifecycleConfiguration.Rules).toMatchObject([{ Status: 'Enabled', ExpirationInDays: 30 }]);
    expect(bucket).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      NotificationConfiguration: {
        QueueConfigurations: [{ Event: 's3:ObjectCreated:Put', Queue: arnOf('DeadLetters') }],
      },
    });
    expect(propertiesOf('FailedRecordsPolicy')).toMatchObject({
      Bucket: { Ref: 'FailedRecords' },
      PolicyDocument: {
        Statement: [
          {
            ...{ Effect: 'Deny', Principal: '*', Action: ['s3:*'] },
            Resource: [
              arnOf('FailedRecords'),
              { 'Fn::Sub': expect.stringMatching(/FailedRecords[.]Arn[}][/][*]$/) },
            ],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      },
    });
    expect(the('AWS::SQS::QueuePolicy').PolicyDocument.Statement).toMatchObject([
      {
        Principal: { Service: 's3.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
  });

  test('raises an alarm when it is given up', () => {
    expect(
      all('AWS::Lambda::EventInvokeConfig').map(([, config]) => config.DestinationConfig.OnFailure),
    ).toEqual(schedules.map(() => ({ Destination: arnOf('DeadLetters') })));
    expect(propertiesOf('DeadLettersAlarm')).toMatchObject({
      Dimensions: [{ Name: 'QueueName', Value: arnOf('DeadLetters', 'QueueName') }],
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 0,
      AlarmActions: [{ Ref: 'Alarms' }],
    });
  });
});

const lambdaNamed = (name: string) => ({ FunctionName: { Ref: functionNamed(name)?.id } });

test.each([
  ['readers and moderators get errors', 'AWS/ApiGateway', '5xx', { ApiId: { Ref: 'HttpApi' } }],
  ['requests are turned away in numbers', 'AWS/ApiGateway', '4xx', { ApiId: { Ref: 'HttpApi' } }],
  ['the stream is followed late', 'AWS/Lambda', 'IteratorAge', lambdaNamed('follow-changes')],
  ['what was given up is lost', 'AWS/Lambda', 'DestinationDeliveryFailures', lambdaNamed('follow-changes')],
  ['readers are turned away', 'AWS/Lambda', 'Throttles', lambdaNamed('submit-comment')],
])('an alarm rings when %s', (_, Namespace, MetricName, dimension) => {
  const found = all('AWS::CloudWatch::Alarm').map(([, alarm]) => alarm);
  expect(found.filter((alarm) => alarm.MetricName === MetricName)).toMatchObject([
    {
      Namespace,
      Dimensions: Object.entries(dimension).map(([Name, Value]) => ({ Name, Value })),
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: 'Alarms' }],
    },
  ]);
});

test('the secret is made by the stack, 64 characters, and kept with the table', () => {
  expect(template.Resources.Secret).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
  });
  expect(the('AWS::SecretsManager::Secret').GenerateSecretString).toEqual({
    PasswordLength: 64,
    ExcludePunctuation: true,
  });
});

testArchives(packaged, Object.fromEntries(functions.map((lambda) => [lambda.name, lambda])));
