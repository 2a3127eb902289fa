import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Contract, Description } from './contract.ts';
import { contracts } from './contracts.ts';
import { siteId } from './fields/article-id.ts';
import { refusals } from './openapi-parts.ts';

const description = `Comments for article pages. Texts go in and out as JSON in UTF-8, times as RFC 3339 in UTC, and
what goes wrong as RFC 9457 problem documents whose \`code\` never changes its meaning. Readers need no account.
Moderators bring a JWT of the OpenID Connect issuer that this deployment trusts. What they may do is for the site's team
to say, whose members are bound to the token's \`iss\` and \`sub\`. Another site's objects are answered like objects that do not exist.`;

/** The OpenAPI 3.1 document of every contract, made from the schemas that parse requests and type answers. */
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
      { name: 'moderators', description: 'Open to the members of a site' },
      { name: 'service', description: 'About the service itself' },
    ],
    paths: pathsOf(contracts),
    components: {
      securitySchemes: { moderators: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  });

const pathsOf = (all: Readonly<Record<string, Contract>>): ZodOpenApiPathsObject => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, contract] of Object.entries(all)) {
    const { route, byForm } = contract;
    const routes = [[name, route] as const, ...(byForm ? [[`${name}-by-form`, byForm] as const] : [])];
    for (const [operation, of] of routes) {
      const [method = '', path = ''] = of.split(' ');
      paths[path] = {
        ...paths[path],
        [method.toLowerCase()]: operationOf(operation, path, asSent(contract, of)),
      };
    }
  }
  return paths;
};

/** Where a form has its own route, that route takes the form, and the other one JSON. */
const asSent = (contract: Contract, route: string): Contract => {
  const { byForm, body, ...rest } = contract;
  if (byForm === undefined) return contract;
  if (route === byForm) return { ...rest, document: contract.document };
  const document = () => {
    const { forms: _, ...about } = contract.document();
    return about;
  };
  return { ...rest, ...(body ? { body } : {}), document };
};

const operationOf = (name: string, path: string, contract: Contract): ZodOpenApiOperationObject => {
  const about = contract.document();
  const { roles, refusals: codes } = contract;
  const isOfModerators = roles !== undefined;
  return {
    operationId: name,
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
