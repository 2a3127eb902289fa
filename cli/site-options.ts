import * as z from 'zod';
import { languages, type Site } from '../src/comment/site.ts';

const NAME_MAX = 200;
const ORIGINS_MAX = 20;

const options = z.object({
  site: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'takes 1-63 of a-z, 0-9 and inner hyphens'),
  name: z.string('is missing').regex(/\S/, 'is empty').max(NAME_MAX),
  language: z.enum(languages, `is one of ${languages.join(', ')}`),
  origin: z
    .array(z.string().refine(isOrigin, 'is like https://www.example.fr, without a path'), 'is missing')
    .min(1)
    .max(ORIGINS_MAX),
  table: z.string().min(1).optional(),
});

/** Scheme, host and port, as browsers write them. */
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text;
}

/** A site as the command line describes it. @throws with one line that names the option that is missing or wrong */
export const siteOptions = (
  values: Readonly<Record<string, unknown>>,
): Pick<Site, 'id' | 'name' | 'language' | 'origins'> & { readonly table: string | undefined } => {
  const { data, error } = options.safeParse(values);
  if (!data)
    throw new Error(
      error.issues.map(({ path, message }) => `--${path[0]?.toString()} ${message}`).join('; '),
    );
  return {
    id: data.site,
    name: data.name,
    language: data.language,
    origins: data.origin,
    table: data.table,
  };
};
