import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { madeOnly } from './made-only.ts';
import { propertyProblems } from './properties.ts';
import { circles, danglingReferences } from './references.ts';
import { resourcesOf } from './template.ts';
import { templateWith } from './template-with.ts';

// The service whose moderators sign in elsewhere.

const folder = mkdtempSync(join(tmpdir(), 'palabre-issuer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const given = {
  issuer: 'https://login.example.org/realms/news',
  clientId: 'moderation',
  audience: 'palabre',
  tokenUse: 'id',
  signInOrigins: 'https://tokens.example.org',
  signInScope: 'openid email offline_access',
};
const whole = templateWith(
  folder,
  Object.entries(given).map(([name, value]) => `--param=${name}=${value}`),
);

test('an issuer that is given is used, and no user pool is made', () => {
  const template = madeOnly(whole);
  expect(Object.keys(whole.Resources).filter((id) => !template.Resources[id])).toEqual([
    'UserPool',
    'UserPoolClient',
    'UserPoolDomain',
    'UserPoolBranding',
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
