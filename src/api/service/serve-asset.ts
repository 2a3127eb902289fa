import * as z from 'zod';
import type { RefusalCode } from '../../comment/refusal.ts';

export const route = 'GET /assets/{file}';
/** `file` has a hash of its content in its name, so it never changes. */
export const params = () => z.object({ file: z.string() });
export const refusals = ['route-not-found'] as const satisfies readonly RefusalCode[];

export const document = () => ({
  summary: 'A file of the moderators’ page, or of comments in pages',
  responses: {
    '200': {
      description: 'A script or a style sheet, which browsers may keep for a year',
      content: {
        'text/javascript': { schema: { type: 'string' as const } },
        'text/css': { schema: { type: 'string' as const } },
      },
    },
  },
  refusesByPage: true,
});
