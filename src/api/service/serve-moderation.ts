export const route = 'GET /moderation/';
export const document = () => ({
  summary: 'The moderators’ page',
  responses: {
    '200': {
      description: 'A document that loads one script and one style sheet, and signs in',
      content: { 'text/html': { schema: { type: 'string' as const } } },
    },
  },
});
