import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll } from '@jest/globals';

type Answer = readonly [status: number, body: string];

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' };

/** CloudFormation as far as it is asked, on this machine: this process's clients ask it, and it answers what was set. */
export const withCloudFormation = () => {
  const environment = { ...process.env };
  let answer: Answer = [500, ''];
  let asked: URLSearchParams[] = [];
  const server: Server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await text(request)));
    response.writeHead(answer[0], { 'content-type': 'text/xml' }).end(answer[1]);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    Object.assign(process.env, CREDENTIALS, {
      AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${port}`,
      SLS_AWS_REQUEST_MAX_RETRIES: '0',
    });
  });
  afterEach(() => {
    asked = [];
  });
  afterAll(() => {
    process.env = environment;
    server.closeAllConnections();
    server.close();
  });
  return {
    /** What it was asked in this test. */
    asked: () => asked.map((query) => Object.fromEntries(query)),
    hasStack: (outputs: Readonly<Record<string, string>>) => {
      answer = [200, described(outputs)];
    },
    hasNoStack: () => {
      answer = [400, failed('ValidationError', 'Stack with id palabre-prod does not exist')];
    },
    denies: () => {
      answer = [403, failed('AccessDenied', 'User: x is not authorized to perform that')];
    },
  };
};

const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const described = (outputs: Readonly<Record<string, string>>): string => {
  const members = Object.entries(outputs).map(
    ([key, value]) =>
      `<member><OutputKey>${key}</OutputKey><OutputValue>${escaped(value)}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
    <StackName>palabre-prod</StackName><StackStatus>UPDATE_COMPLETE</StackStatus><Outputs>${members.join('')}</Outputs>
  </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
};

const failed = (code: string, message: string): string =>
  `<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
