import { describe, expect, test } from '@jest/globals';
import { propertyProblems } from './properties.ts';
import { circles, danglingReferences } from './references.ts';
import { stars } from './stars.ts';
import type { Resource, Template, Tree } from './template.ts';

const table: Resource = {
  Type: 'AWS::DynamoDB::Table',
  Properties: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] },
};
const withResource = (resource: Resource): Template => ({ Resources: { Table: table, Bad: resource } });
const queue = (Properties: Tree) => withResource({ Type: 'AWS::SQS::Queue', Properties });
/** `${name}`, as CloudFormation writes it. */
const reference = (name: string) => ['$', '{', name, '}'].join('');
const arnOf = (id: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [id, attribute] });

test('a sound template passes every check', () => {
  const sound = queue({ MessageRetentionPeriod: 60, QueueName: { 'Fn::Sub': `of-${reference('Table')}` } });
  for (const check of [propertyProblems, danglingReferences, circles, stars])
    expect(check(sound)).toEqual([]);
});

describe('what CloudFormation would refuse is noticed', () => {
  test.each<[string, Template, string]>([
    ['an unknown type', withResource({ Type: 'AWS::SQS::Cue' }), 'Bad has the unknown type AWS::SQS::Cue'],
    ['an unknown property', queue({ Retention: 1 }), 'Bad.Retention is no known property'],
    ['a wrong value', queue({ MessageRetentionPeriod: 'long' }), 'Bad.MessageRetentionPeriod is no number'],
    ['a value not allowed', queue({ DeduplicationScope: [] }), 'Bad.DeduplicationScope is no string'],
    [
      'a missing property',
      withResource({ Type: 'AWS::IAM::Role', Properties: {} }),
      'Bad.AssumeRolePolicyDocument is missing',
    ],
    [
      'an unknown property deep inside',
      withResource({
        Type: 'AWS::DynamoDB::Table',
        Properties: { KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH', Order: 'up' }] },
      }),
      'Bad.KeySchema[0].Order is no known property',
    ],
  ])('%s', (_, broken, problem) => {
    expect(propertyProblems(broken)).toContainEqual(problem);
  });

  test.each<[string, Template, string]>([
    ['a dangling Ref', queue({ QueueName: { Ref: 'Gone' } }), 'Gone, which does not exist'],
    ['a dangling GetAtt', queue({ QueueName: arnOf('Gone') }), 'Gone, which does not exist'],
    [
      'a dangling Sub',
      queue({ QueueName: { 'Fn::Sub': `a-${reference('Gone')}-b` } }),
      'Gone, which does not exist',
    ],
    ['a dangling DependsOn', withResource({ ...table, DependsOn: ['Gone'] }), 'Gone, which does not exist'],
    [
      'an unknown attribute',
      queue({ QueueName: arnOf('Table', 'Size') }),
      'Table.Size, which AWS::DynamoDB::Table',
    ],
  ])('%s', (_, broken, problem) => {
    expect(danglingReferences(broken)).toEqual([expect.stringContaining(problem)]);
  });

  test('resources that depend on each other in a circle are named', () => {
    expect(circles(queue({ QueueName: { Ref: 'Bad' } }))).toEqual(['Bad']);
  });
});

describe('a star is noticed', () => {
  const role = (statement: Tree) => {
    const PolicyDocument = { Statement: [statement] };
    return withResource({
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: {}, Policies: [{ PolicyName: 'bad', PolicyDocument }] },
    });
  };

  test.each<[string, Tree]>([
    ['any action', { Effect: 'Allow', Action: '*', Resource: arnOf('Table') }],
    ['any action of a service', { Effect: 'Allow', Action: ['dynamodb:*'], Resource: arnOf('Table') }],
    ['any resource', { Effect: 'Allow', Action: ['dynamodb:GetItem'], Resource: ['*'] }],
    [
      'any index',
      {
        Effect: 'Allow',
        Action: ['dynamodb:Query'],
        Resource: { 'Fn::Join': ['/', [arnOf('Table'), 'index/*']] },
      },
    ],
  ])('for %s', (_, statement) => {
    expect(stars(role(statement))).toHaveLength(1);
  });

  test('also where any API may call a function', () => {
    const permission = { SourceArn: 'arn:aws:execute-api:eu-west-3:123456789012:*' };
    expect(stars(withResource({ Type: 'AWS::Lambda::Permission', Properties: permission }))).toHaveLength(1);
  });

  test('but for the objects that Lambda puts into one bucket', () => {
    const objects = (path: string) => ({ 'Fn::Join': ['', [arnOf('Bucket'), path]] });
    const put = (path: string) =>
      role({ Effect: 'Allow', Action: ['s3:PutObject'], Resource: objects(path) });
    expect(stars(put('/aws/lambda/*'))).toEqual([]);
    expect(stars(put('/*'))).toHaveLength(1);
    expect(stars(put('/aws/*'))).toHaveLength(1);
  });

  test('but not where it denies', () => {
    expect(stars(role({ Effect: 'Deny', Action: 's3:*', Resource: '*' }))).toEqual([]);
  });
});
