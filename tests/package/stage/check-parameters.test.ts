import { createRequire } from 'node:module';
import { expect, test } from '@jest/globals';

type Values = Readonly<Record<string, string>>;
const require = createRequire(import.meta.url);
const { problemsOf } = require('../../../tools/stage/check-parameters.cjs') as {
  readonly problemsOf: (parameters: Values, deployment: object) => readonly string[];
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
  ['an address for alarms that is none', { alarmEmail: 'ops' }, 'alarmEmail is an address like'],
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
  ['a proxy with a zone', { trustedProxies: 'fe80::1%eth0' }, '"fe80::1%eth0" is none'],
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

const named = (stage: string, given: object = {}) =>
  problemsOf(
    { ...defaults, ...given },
    { ...deployment, stage, service: 'palabre', functions: ['a'.repeat(24), 'short'] },
  );
test.each(['Prod', 'pré', 'my_stage', '-a', 'a-', 'my-aws', 'a'.repeat(32)])(
  'a stage whose names AWS would refuse is refused before anything is made: %s',
  (stage) => expect(named(stage)).toEqual([expect.stringContaining(stage)]),
);
test.each(['prod', 'dev2', 'a-b', 'a'.repeat(31)])('a stage may be named %s', (stage) =>
  expect(named(stage)).toEqual([]),
);
test.each(['Prod', 'my-aws'])(
  'a stage without a sign-in address of its own may be named %s as well, but not with a function’s name too long',
  (stage) => {
    const own = { issuer: 'https://login.example.org', clientId: 'a1' };
    expect(named(stage, own)).toEqual([]);
    expect(named(stage.repeat(20), own)).toEqual([expect.stringContaining('letters at most')]);
    expect(named(`${stage}_`, own)).toEqual([expect.stringContaining('letters, digits and hyphens')]);
  },
);
