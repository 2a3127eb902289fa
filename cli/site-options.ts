import * as z from 'zod';
import { siteId } from '../src/api/fields/article-id.ts';
import { languages } from '../src/comment/site.ts';
import type { SiteSettings } from '../src/use-cases/save-site.ts';
import { WrongArguments } from '../tools/command.ts';

const NAME_MAX = 200;
const ORIGINS_MAX = 20;

const options = z.object({
  site: z.string('is missing').refine(isSiteId, 'takes 1-63 of a-z, 0-9 and inner hyphens'),
  name: z
    .string('is missing')
    .regex(/\S/, 'is empty')
    .regex(/^\P{Cc}*$/u, 'is more than one line')
    .max(NAME_MAX, `is over ${NAME_MAX} characters`),
  language: z.enum(languages, `is one of ${languages.join(', ')}`),
  origin: z
    .array(
      z.string().transform(originOf).pipe(z.string('is like https://www.example.fr, without a path')),
      'is missing',
    )
    .min(1, 'is missing')
    .max(ORIGINS_MAX, `may be given ${ORIGINS_MAX} times at most`),
  'time-zone': z.string().refine(isTimeZone, 'is an IANA name like Europe/Paris').optional(),
  table: z.string().min(1, 'is empty').optional(),
});

/** Whether a text can name a site. */
export function isSiteId(text: string): boolean {
  return siteId.safeParse(text).success;
}

/** Scheme, host and port, as browsers write them; a host in other letters than ASCII becomes punycode. */
function originOf(text: string): string | undefined {
  const origin = /^https?:\/\/[^\s/?#@\\]+$/.test(text) ? URL.parse(text)?.origin : undefined;
  return origin === text || /\P{ASCII}/u.test(text) ? origin : undefined;
}

/** A name that Intl knows; an offset (`+02:00`) would not follow summer time. */
function isTimeZone(text: string): boolean {
  try {
    return /^[a-z]/i.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

/** A site as the command line describes it. @throws {WrongArguments} with one line that names each option that is missing or wrong */
export const siteOptions = (
  values: Readonly<Record<string, unknown>>,
): SiteSettings & { readonly table: string | undefined } => {
  const { data, error } = options.safeParse(values);
  if (!data)
    throw new WrongArguments(
      error.issues.map(({ path, message }) => `--${path[0]?.toString()} ${message}`).join('; '),
    );
  return {
    id: data.site,
    name: data.name,
    language: data.language,
    origins: data.origin,
    ...(data['time-zone'] === undefined ? {} : { timeZone: data['time-zone'] }),
    table: data.table,
  };
};
