// Plugin of the deployment tool: gives every function a role of its own that holds what serverless.yml grants it under
// `permissions`, its own log, and what its events imply. Every schedule gets a role that may start that one function.

const allow = (actions, resource) => ({ Effect: 'Allow', Action: actions, Resource: resource });
const arnOf = (logicalId, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] });
const indexArn = (index) => ({ 'Fn::Join': ['/index/', [arnOf('Table'), index]] });
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
const granted = ({ table, secret, ...indexes }) => [
  ...(table ? [allow(onDynamoDb(table), arnOf('Table'))] : []),
  ...Object.entries(indexes).map(([index, actions]) => allow(onDynamoDb(actions), indexArn(index))),
  ...(secret ? [allow(['secretsmanager:GetSecretValue'], { Ref: 'Secret' })] : []),
];

/** What reading a stream, or giving up on an event, takes. */
const implied = ({ events, destinations }) => [
  ...events.flatMap(({ stream }) => (stream ? [allow(onDynamoDb(STREAM_ACTIONS), stream.arn)] : [])),
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
  },
  required: ['permissions'],
};

module.exports = class OneRolePerFunction {
  constructor(serverless) {
    this.service = serverless.service;
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
    return role('lambda.amazonaws.com', [log, ...granted(lambda.permissions), ...implied(lambda)]);
  }

  scheduleRole(name) {
    const start = allow(['lambda:InvokeFunction'], arnOf(this.naming.getLambdaLogicalId(name)));
    const logicalId = `${this.naming.getNormalizedFunctionName(name)}ScheduleRole`;
    return arnOf(this.add(logicalId, role('scheduler.amazonaws.com', [start], ownAccount)));
  }

  add(logicalId, resource) {
    this.service.provider.compiledCloudFormationTemplate.Resources[logicalId] = resource;
    return logicalId;
  }
};
