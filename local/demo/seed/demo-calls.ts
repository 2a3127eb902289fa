import { LOCAL_ISSUER } from '../../signing-key.ts';
import { demoModerator } from '../demo-people.ts';
import { demoSite } from '../demo-site.ts';
import type { DemoComment } from './plan.ts';

// The events that API Gateway would make of the demo's readers and moderator.

const AGENT = 'Mozilla/5.0 (demo)';

type Call = {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly body: object;
  readonly claims?: Readonly<Record<string, string>>;
};

const eventOf = ({ path, headers, ip, body, claims }: Call) => ({
  version: '2.0',
  routeKey: `POST /v1/sites/{site}/${path}`,
  rawPath: `/v1/sites/${demoSite.id}/${path}`,
  rawQueryString: '',
  headers: {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': AGENT,
    ...headers,
  },
  requestContext: {
    http: {
      method: 'POST',
      path: `/v1/sites/${demoSite.id}/${path}`,
      protocol: 'HTTP/1.1',
      sourceIp: ip,
      userAgent: AGENT,
    },
    requestId: 'demo',
    routeKey: `POST /v1/sites/{site}/${path}`,
    stage: '$default',
    ...(claims ? { authorizer: { jwt: { claims, scopes: null } } } : {}),
  },
  pathParameters: { site: demoSite.id },
  body: JSON.stringify(body),
  isBase64Encoded: false,
});

type Proofs = {
  /** The comment that it answers. */
  readonly parent: string | undefined;
  readonly visitor: string | undefined;
  /** Makes a comment that is sent twice one comment. */
  readonly key: string;
  /** Where the article's page is. */
  readonly origin: string;
};

export const submission = (comment: DemoComment, { parent, visitor, key, origin }: Proofs) => {
  const { article, by, text, url, honeypot, network } = comment;
  return eventOf({
    path: 'comments',
    ip: network,
    headers: { 'accept-language': article.language, 'idempotency-key': key },
    body: {
      ...{ article: article.slug, author: by, text, title: article.title, link: `${origin}${article.path}` },
      ...(url === undefined ? {} : { url }),
      ...(honeypot === undefined ? {} : { contact_me: honeypot }),
      ...(parent === undefined ? {} : { parent }),
      ...(visitor === undefined ? {} : { visitor }),
    },
  });
};

export const decision = ({ article, then, reason }: DemoComment, comment: string) =>
  eventOf({
    path: 'admin/decisions',
    ip: '203.0.113.1',
    body: {
      decisions: [
        {
          // As it came in: nobody else decides while the demo is filled.
          ...{ article: article.slug, comment, version: 1, decision: then ?? 'approve' },
          ...(reason === undefined ? {} : { reason }),
        },
      ],
    },
    claims: { iss: LOCAL_ISSUER, sub: demoModerator.sub },
  });
