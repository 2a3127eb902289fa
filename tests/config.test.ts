import { expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';

const environment = {
  TABLE_NAME: 'palabre',
  BASE_URL: 'https://comments.example.fr//',
  SECRET: 'c0'.repeat(32),
};

test('reads what a function is told, with a minute’s memory of sites and no proxies by default', () => {
  expect(readConfig(environment)).toEqual({
    tableName: 'palabre',
    baseUrl: 'https://comments.example.fr',
    secret: { hex: environment.SECRET },
    trustedProxies: [],
    siteCacheS: 60,
    signIn: {
      issuer: '',
      memberIssuer: '',
      clientId: '',
      scope: 'openid email',
      tokenUse: 'access',
      origins: [],
    },
    dynamodbEndpoint: undefined,
  });
  const told = {
    ...environment,
    SECRET: undefined,
    SECRET_ARN: 'arn:a',
    TRUSTED_PROXIES: ' 10.0.0.0/8,::1, ',
  };
  expect(readConfig({ ...told, SITE_CACHE_S: '0' })).toMatchObject({
    secret: { arn: 'arn:a' },
    trustedProxies: ['10.0.0.0/8', '::1'],
    siteCacheS: 0,
  });
});

test('memberships know an issuer by its address, unless that may change', () => {
  const told = { ...environment, ISSUER: 'https://login.example/', CLIENT_ID: 'page', TOKEN_USE: 'id' };
  expect(readConfig(told).signIn).toMatchObject({
    issuer: 'https://login.example/',
    memberIssuer: 'https://login.example/',
    clientId: 'page',
    tokenUse: 'id',
    origins: ['https://login.example'],
  });
  const elsewhere = { ...told, SIGN_IN_ORIGINS: 'https://tokens.example, https://keys.example' };
  expect(readConfig(elsewhere).signIn.origins).toEqual([
    'https://login.example',
    'https://tokens.example',
    'https://keys.example',
  ]);
  const renamed = { ...told, MEMBER_ISSUER: 'https://stable.example/' };
  expect(readConfig(renamed).signIn.memberIssuer).toBe('https://stable.example/');
});

test.each([
  ['TABLE_NAME', undefined],
  ['TABLE_NAME', 'ab'],
  ['BASE_URL', undefined],
  ['BASE_URL', 'ftp://wrong.example'],
  ['BASE_URL', 'wrong'],
  ['SECRET', 'c0'.repeat(31)],
  ['SECRET', `${'c0'.repeat(32)}wrong`],
  ['ISSUER', 'login.example'],
  ['TOKEN_USE', 'refresh'],
  ['SITE_CACHE_S', '-1'],
  ['SITE_CACHE_S', '3601'],
  ['SITE_CACHE_S', 'wrong'],
  ['DYNAMODB_ENDPOINT', 'wrong'],
])('refuses to start with %s as %s, and names it without its value', (name, value) => {
  const start = () => readConfig({ ...environment, [name]: value });
  expect(start).toThrow(new RegExp(`^${name}: It must be [^:]+[.]$`));
  expect(start).not.toThrow(/wrong|c0c0/);
});

test('names all that is wrong at once', () => {
  expect(() => readConfig({})).toThrow(/^TABLE_NAME: .+ BASE_URL: /);
});
