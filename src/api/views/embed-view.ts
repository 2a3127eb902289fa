import type { Reply as EmbedReply } from '../service/describe-embed.ts';

type Files = {
  /** Names of files. */
  readonly script: string;
  readonly style: string;
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
};

/** The readers' script and style sheet, to be loaded by pages that check them. @param baseUrl the API's own address */
export const embedView = (baseUrl: string, { script, style, files }: Files): EmbedReply => {
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
