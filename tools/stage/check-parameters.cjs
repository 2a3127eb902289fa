// The checks of a deployment's parameters. Each problem is one sentence for the person who deploys.
const { isProxy } = require('./is-proxy.cjs');

/** Parameters that have no default: what they replace is made then. */
const OPTIONAL = [
  'baseUrl',
  'issuer',
  'clientId',
  'audience',
  'signInOrigins',
  'tableName',
  'streamArn',
  'secretArn',
  'alarmEmail',
];

/** The parameters of the command line, as `name=value`. What is no such thing the tool itself refuses. */
const parametersIn = (given = []) =>
  Object.fromEntries(
    [given].flat().flatMap((one) => {
      const at = one.indexOf('=');
      return at > 0 ? [[one.slice(0, at), one.slice(at + 1).trimEnd()]] : [];
    }),
  );

/**
 * @param parameters all of a deployment's, with the defaults
 * @param deployment `defaults`: names that have one; `region`, where it is known; `stage` with the `service` and its `functions`, by name
 * @returns sentences, the most telling first
 */
const problemsOf = (parameters, deployment) => [
  ...stageProblems(parameters, deployment),
  ...unknownIn(parameters, deployment),
  ...issuerProblems(parameters),
  ...addressProblems(parameters),
  ...proxyProblems(parameters),
  ...tableProblems(parameters, deployment),
  ...alarmProblems(parameters),
];

// Source: Lambda's CreateFunction, FunctionName; Cognito's CreateUserPoolDomain, Domain, which ends in the account's 12 digits here.
const FUNCTION_NAME_MAX = 64;
const DOMAIN_MAX = 63;
const ACCOUNT_DIGITS = 12;

/** Only a stack with a user pool of its own has a sign-in address of its own. */
const stageProblems = ({ issuer }, { stage, service = '', functions = [] }) => {
  if (stage === undefined) return [];
  if (!/^[A-Za-z0-9-]+$/.test(stage))
    return [`A stage is named by letters, digits and hyphens, and not ${stage}.`];
  if (
    issuer === undefined &&
    (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(stage) || /aws|amazon|cognito/.test(stage))
  )
    return [
      `A stage is named by lower-case letters, digits and inner hyphens, without aws, amazon or cognito, and not ${stage}: it is part of the sign-in address.`,
    ];
  const longest = Math.max(0, ...functions.map(({ length }) => length));
  const max = Math.min(
    FUNCTION_NAME_MAX - `${service}--`.length - longest,
    issuer === undefined ? DOMAIN_MAX - `${service}--`.length - ACCOUNT_DIGITS : FUNCTION_NAME_MAX,
  );
  return stage.length > max ? [`The name of a stage has ${max} letters at most, and ${stage} has more.`] : [];
};

/** `URL.parse`, which the oldest Node that deploys does not have. */
const urlOf = (text) => (URL.canParse(text) ? new URL(text) : undefined);

const unknownIn = (parameters, { defaults }) => {
  const known = [...defaults, ...OPTIONAL];
  return Object.keys(parameters)
    .filter((name) => !known.includes(name))
    .map((name) => `There is no parameter ${name}: there are ${known.join(', ')}.`);
};

const issuerProblems = ({ issuer, clientId, audience, tokenUse, signInScope = '', signInOrigins }) => {
  if (!['access', 'id'].includes(tokenUse)) return [`tokenUse is access or id, and not ${tokenUse}.`];
  if (!signInScope.split(' ').includes('openid'))
    return ['signInScope must hold openid: without it there is no ID token.'];
  if (!(signInOrigins ?? 'https://a').split(',').every((one) => isOrigin(one.trim())))
    return ['signInOrigins takes origins joined by commas: https://login.example.org'];
  return issuer === undefined
    ? ownPoolProblems({ clientId, audience, signInOrigins })
    : givenProblems(issuer, clientId, audience);
};

const isOrigin = (text) => /^https:/.test(text) && urlOf(text)?.origin === text;

const alarmProblems = ({ alarmEmail }) =>
  alarmEmail === undefined || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(alarmEmail)
    ? []
    : [`alarmEmail is an address like ops@example.org, and not ${alarmEmail}.`];

const ownPoolProblems = (given) =>
  Object.values(given).every((value) => value === undefined)
    ? []
    : ['Give clientId, audience and signInOrigins together with their issuer: --param="issuer=https://..."'];

const givenProblems = (issuer, clientId, audience = clientId) => {
  const url = urlOf(issuer);
  if (url?.protocol !== 'https:' || url.search || url.hash || url.username || /\s/.test(issuer))
    return ['The issuer must be an https address without a query: --param="issuer=https://..."'];
  if (!/\S/.test(clientId ?? ''))
    return ['Give the issuer together with the client it knows the page by: --param="clientId=..."'];
  return /\S/.test(audience) ? [] : ["The audience is empty: name what a moderator's token must be for."];
};

const addressProblems = ({ baseUrl, ownDomain }) => {
  if (!['true', 'false'].includes(String(ownDomain)))
    return [`ownDomain is true or false, and not ${ownDomain}.`];
  if (baseUrl === undefined)
    return String(ownDomain) === 'true'
      ? ['ownDomain closes the gateway\'s own address, so give the other one: --param="baseUrl=https://..."']
      : [];
  if (/\/$/.test(baseUrl)) return [`The baseUrl must have no slash at its end: ${baseUrl}`];
  const url = urlOf(baseUrl);
  if (
    url?.protocol !== 'https:' ||
    ![url.href, url.origin].includes(baseUrl) ||
    url.search ||
    url.hash ||
    url.username
  )
    return [
      'The baseUrl must be an https address as browsers write it, without a query: https://comments.example.org',
    ];
  const isGateways = /[.]execute-api[.]/.test(url.hostname) && String(ownDomain) === 'true';
  return isGateways ? ["ownDomain closes the gateway's own address, which is what baseUrl names."] : [];
};

const proxyProblems = ({ trustedProxies = '' }) =>
  trustedProxies === ''
    ? []
    : trustedProxies
        .split(',')
        .map((part) => part.trim())
        .filter((part) => !isProxy(part))
        .map(
          (part) =>
            `trustedProxies takes addresses and prefixes joined by commas, and "${part}" is none that can be believed.`,
        );

const STREAM_ARN = /^arn:aws[\w-]*:dynamodb:([\w-]+):\d{12}:table\/([\w.-]{3,255})\/stream\/[\w:.-]+$/;
const SECRET_ARN = /^arn:aws[\w-]*:secretsmanager:[\w-]+:\d{12}:secret:\S+$/;

const tableProblems = ({ tableName, streamArn, secretArn }, { region }) => {
  const [, of, table] = STREAM_ARN.exec(streamArn ?? '') ?? [];
  const isGiven = tableName !== undefined || streamArn !== undefined;
  if (isGiven && (table === undefined || table !== tableName))
    return ['Give tableName together with the streamArn of that table.'];
  if (isGiven && region !== undefined && of !== region)
    return [
      `The table is in ${of}, and the stage in ${region}: a function follows streams of its own region only.`,
    ];
  return secretArn === undefined || SECRET_ARN.test(secretArn)
    ? []
    : ['The secretArn must be the ARN of a secret: arn:aws:secretsmanager:...'];
};

module.exports = { parametersIn, problemsOf };
