import type { IncomingMessage, ServerResponse } from 'node:http';

/** Why a body was not read. */
export type Unread = 'too-large' | 'cut-off';

/**
 * Reads a request's body, up to a limit.
 * @param bytesMax API Gateway takes 10 MB. Source: its quotas, "Payload size".
 */
export const readBody = async (
  request: IncomingMessage,
  response: ServerResponse,
  bytesMax: number,
): Promise<Buffer | Unread> => {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return 'too-large';
  if (request.headers.expect) response.writeContinue();
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += chunk.length;
      if (bytes > bytesMax) return 'too-large';
      chunks.push(chunk);
    }
  } catch {
    return 'cut-off';
  }
  return Buffer.concat(chunks, bytes);
};
