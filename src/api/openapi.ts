import { createDocument } from 'zod-openapi';
import { moderatorPaths } from './openapi-moderators.ts';
import { readerPaths } from './openapi-readers.ts';

const description = `Comments for article pages. Texts go in and out as JSON in UTF-8, times as RFC 3339 in UTC, and
what goes wrong as RFC 9457 problem documents whose \`code\` never changes its meaning. Readers need no account.
Moderators bring a JWT of the OpenID Connect issuer that this deployment trusts; its claim \`sites\` names the sites,
separated by spaces, that its bearer moderates. Another site's objects are answered like objects that do not exist.`;

/** The OpenAPI 3.1 document of every route, made from the schemas that requests are read by and answers are typed by. */
export const openApiDocument = (baseUrl: string) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Palabre',
      version: '1.0.0',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: baseUrl }],
    tags: [
      { name: 'readers', description: 'Open to everybody' },
      { name: 'moderators', description: 'Open to those whose token says so' },
      { name: 'service', description: 'About the service itself' },
    ],
    paths: { ...readerPaths, ...moderatorPaths },
    components: {
      securitySchemes: { moderators: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });
