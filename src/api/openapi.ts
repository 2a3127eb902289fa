import * as z from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { type Contract, type Description, refusalsOf } from './contract.ts';
import { contracts } from './contracts.ts';
import { siteId } from './fields/article-id.ts';
import { refusals } from './openapi-parts.ts';

/** Bytes of a request's line and headers that the gateway takes. Source: quotas of API Gateway's HTTP APIs. */
const SENT_MAX = 10_240;

const description = `Comments for article pages. Texts go in and out as JSON in UTF-8, times as RFC 3339 in UTC, and
what goes wrong as RFC 9457 problem documents: programs go by \`code\`, which never changes its meaning, and people read \`detail\`, which is
English. An address and its headers have at most ${SENT_MAX} bytes together. Readers need no account.
Moderators bring a JWT of the OpenID Connect issuer that this deployment trusts. What they may do is for the site's team
to say, whose members are bound to the token's \`iss\` and \`sub\`. Another site's objects are answered like objects that do not exist.`;

/** The OpenAPI 3.1 document of every contract, made from the schemas that parse requests and type answers. */
export const openApiDocument = (baseUrl: string) =>
  withinAddress({
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
      { name: 'moderators', description: 'Open to the members of a site' },
      { name: 'service', description: 'About the service itself' },
    ],
    paths: pathsOf(contracts),
    components: {
      securitySchemes: { moderators: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });

/** A parameter cannot be longer than the address that it stands in. */
const withinAddress = (parts: Parameters<typeof createDocument>[0]) => {
  const document = createDocument(parts);
  const operations = Object.values(document.paths ?? {}).flatMap((path) =>
    Object.values(path as Readonly<Record<string, oas31.OperationObject>>),
  );
  for (const parameter of operations.flatMap(({ parameters = [] }) => parameters))
    if ('schema' in parameter) shorten(parameter.schema);
  return document;
};

const shorten = (schema: oas31.SchemaObject | oas31.ReferenceObject = {}): void => {
  if ('maxLength' in schema) schema.maxLength = Math.min(schema.maxLength ?? SENT_MAX, SENT_MAX);
  if ('items' in schema) shorten(schema.items);
};

const pathsOf = (all: Readonly<Record<string, Contract>>): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, contract] of Object.entries(all)) {
    const { route, byForm } = contract;
    const operation = operationOf(route, contract);
    const routes = [[name, route] as const, ...(byForm ? [[`${name}-by-form`, byForm] as const] : [])];
    for (const [operationId, of] of routes) {
      const [method = '', path = ''] = of.split(' ');
      paths[path] = { ...paths[path], [method.toLowerCase()]: { ...operation, operationId } };
    }
  }
  return paths;
};

const operationOf = (path: string, contract: Contract): ZodOpenApiOperationObject => {
  const about = contract.document();
  const { roles } = contract;
  const codes = refusalsOf(contract);
  const isOfModerators = roles !== undefined;
  return {
    tags: [isOfModerators ? 'moderators' : path.includes('{') ? 'readers' : 'service'],
    security: isOfModerators ? [{ moderators: [] }] : [],
    summary: about.summary,
    ...(about.description === undefined ? {} : { description: about.description }),
    ...parametersOf(path, contract, about),
    ...bodyOf(contract, about),
    responses: {
      ...about.responses,
      ...refusals({ codes, forModerators: isOfModerators, alsoPage: about.refusesByPage }),
    },
  };
};

const parametersOf = (path: string, { params, query }: Contract, about: Description) => {
  const inPath = { ...(path.includes('{site}') ? { site: siteId } : {}), ...params?.().shape };
  const parameters = {
    ...(Object.keys(inPath).length === 0 ? {} : { path: z.object(inPath) }),
    ...(query === undefined ? {} : { query: query() }),
    ...about.parameters,
  };
  return Object.keys(parameters).length === 0 ? {} : { requestParams: parameters };
};

const bodyOf = ({ body }: Contract, { forms }: Description) =>
  body === undefined && forms === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { ...(body ? { 'application/json': { schema: body() } } : {}), ...forms },
        },
      };
