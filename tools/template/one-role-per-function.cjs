// Plugin of the deployment tool: gives every function a role of its own that holds what serverless.yml grants it under
// `permissions`, its own log, and what its events imply. Every schedule gets a role that may start that one function.

const allow = (actions, resource) => ({ Effect: 'Allow', Action: actions, Resource: resource });
const arnOf = (logicalId, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] });
const indexArn = (table, index) => ({ 'Fn::Join': ['/index/', [table, index]] });
const onDynamoDb = (actions) => actions.map((action) => `dynamodb:${action}`);

const role = (service, statements, condition = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole', ...condition },
      ],
    },
    Policies: [{ PolicyName: 'only-this', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  },
});

/** The statements that `permissions` in serverless.yml stand for. */
const granted = ({ table, secret, ...indexes }, own) => [
  ...(table ? [allow(onDynamoDb(table), own.table)] : []),
  ...Object.entries(indexes).map(([index, actions]) =>
    allow(onDynamoDb(actions), indexArn(own.table, index)),
  ),
  ...(secret ? [allow(['secretsmanager:GetSecretValue'], own.secret)] : []),
];

/** Lambda names objects by its own ids, below this. */
const OBJECTS = '/aws/lambda/*';
const toBucket = (bucket) => [
  allow(['s3:PutObject'], { 'Fn::Join': ['', [arnOf(bucket), OBJECTS]] }),
  allow(['s3:ListBucket'], arnOf(bucket)),
];

/** What reading a stream, or giving up on an event, takes. */
const implied = ({ events, destinations, failedRecords }) => [
  ...events.flatMap(({ stream }) => (stream ? [allow(onDynamoDb(STREAM_ACTIONS), stream.arn)] : [])),
  ...(failedRecords ? toBucket(failedRecords) : []),
  ...[destinations, ...events.map(({ stream }) => stream?.destinations)]
    .filter(Boolean)
    .map(({ onFailure }) => allow(['sqs:SendMessage'], onFailure.arn)),
];

const STREAM_ACTIONS = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];

/** A scheduler of another account must not be able to borrow the role. */
const ownAccount = { Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } };

const actions = { type: 'array', items: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' }, minItems: 1 };
const schema = {
  properties: {
    permissions: {
      type: 'object',
      properties: { table: actions, view: actions, author: actions, secret: { const: true } },
      additionalProperties: false,
    },
    // The bucket, by its name in `resources`, that keeps what the function gives up of its stream.
    failedRecords: { type: 'string' },
  },
  required: ['permissions'],
};

module.exports = class OneRolePerFunction {
  constructor(serverless) {
    this.service = serverless.service;
    this.Error = serverless.classes.Error;
    this.naming = serverless.getProvider('aws').naming;
    serverless.configSchemaHandler.defineFunctionProperties('aws', schema);
    // Before the tool would make its shared role, which it leaves out once every function has its own.
    this.hooks = { 'before:package:setupProviderConfiguration': () => this.addRoles() };
  }

  addRoles() {
    for (const name of this.service.getAllFunctions()) {
      const lambda = this.service.getFunction(name);
      lambda.role = this.add(`${this.naming.getNormalizedFunctionName(name)}Role`, this.roleOf(name, lambda));
      for (const { schedule } of lambda.events) if (schedule) schedule.roleArn = this.scheduleRole(name);
    }
  }

  roleOf(name, lambda) {
    // A log group's ARN as CloudFormation gives it ends in `:*`, the streams in it.
    const log = allow(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      arnOf(this.naming.getLogGroupLogicalId(name)),
    );
    return role('lambda.amazonaws.com', [
      log,
      ...granted(lambda.permissions, this.own()),
      ...implied(lambda),
    ]);
  }

  /** The table and the secret: the stack's own, or those that exist already. @throws when only half of a table was given */
  own() {
    const { table, stream, secret } = this.service.custom;
    if (typeof table !== 'string' && typeof stream !== 'string') return { table: arnOf('Table'), secret };
    const [tableArn, label] = String(stream).split('/stream/');
    if (!label || tableArn.split(':table/')[1] !== table)
      throw new this.Error('Give tableName together with the streamArn of that table.');
    return { table: tableArn, secret };
  }

  scheduleRole(name) {
    const start = allow(['lambda:InvokeFunction'], arnOf(this.naming.getLambdaLogicalId(name)));
    const logicalId = `${this.naming.getNormalizedFunctionName(name)}ScheduleRole`;
    // What cannot be started, as without permission, goes where failed runs go.
    const giveUp = allow(['sqs:SendMessage'], arnOf('DeadLetters'));
    return arnOf(this.add(logicalId, role('scheduler.amazonaws.com', [start, giveUp], ownAccount)));
  }

  add(logicalId, resource) {
    this.service.provider.compiledCloudFormationTemplate.Resources[logicalId] = resource;
    return logicalId;
  }
};
