import type { BrowserFiles } from '../../browser-files.ts';
import type { Reply as EmbedReply } from '../service/describe-embed.ts';

/** The readers' script and style sheet, to be loaded by pages that check them. @param baseUrl the API's own address */
export const embedView = (baseUrl: string, { script, style, files }: BrowserFiles): EmbedReply => {
  const address = (name: string) => `${baseUrl}/assets/${name}`;
  const integrityOf = (name: string) => files[name]?.integrity ?? '';
  const checked = (name: string) => `"${address(name)}" integrity="${integrityOf(name)}" crossorigin`;
  return {
    script: address(script),
    style: address(style),
    integrity: { script: integrityOf(script), style: integrityOf(style) },
    html: `<link rel="stylesheet" href=${checked(style)}>\n<script src=${checked(script)} defer></script>`,
  };
};
