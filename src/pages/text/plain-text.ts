import { unescapeHtml } from '../html.ts';
import { type Reading, renderText } from './render-text.ts';

/** A comment's text as it reads, for places that draw no markup: without its marks, on a site that reads Markdown. */
export const plainText = (text: string, reading: Reading): string =>
  reading.markdown
    ? unescapeHtml(
        renderText(text, reading)
          .markup.replace(/<(?:br|\/(?:p|li|pre))>/g, '\n')
          .replace(/<[^>]*>/g, ''),
      ).trim()
    : text;
