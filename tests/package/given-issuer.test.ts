import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { packageService } from '../../tools/package.mjs';
import { madeOnly } from './made-only.ts';
import { propertyProblems } from './properties.ts';
import { circles, danglingReferences } from './references.ts';
import { resourcesOf, type Template } from './template.ts';

// The service whose moderators sign in elsewhere.

const folder = mkdtempSync(join(tmpdir(), 'palabre-issuer-'));
afterAll(() => rmSync(folder, { recursive: true }));
const given = {
  issuer: 'https://login.example.org/realms/news',
  clientId: 'moderation',
  audience: 'palabre',
  tokenUse: 'id',
  signInScope: 'openid email offline_access',
};
const packaged = await packageService(
  folder,
  Object.entries(given).map(([name, value]) => `--param=${name}=${value}`),
);
const whole: Template = JSON.parse(
  readFileSync(join(packaged, 'cloudformation-template-update-stack.json'), 'utf8'),
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
      SIGN_IN_SCOPE: given.signInScope,
    });
});
