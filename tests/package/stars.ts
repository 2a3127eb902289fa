import { isTree, type Template } from './template.ts';

/**
 * Every place in the template with a `*` in it, where it could widen a permission. Four shapes are not among them:
 * a statement that denies, a cron expression, `/*` after the one API that may call a function: all of its routes, and the objects that
 * Lambda puts into one bucket, under names of its own.
 */
export const stars = ({ Resources }: Template): string[] => starsIn(Resources, '').filter(isWide);

const isWide = (at: string) =>
  !/[.]ScheduleExpression = cron[(]|[.]SourceArn[.].* = [/][*]$|[.]Resource[.].* = [/]aws[/]lambda[/][*]$/.test(
    at,
  );

const starsIn = (value: unknown, at: string): string[] => {
  if (typeof value === 'string') return value.includes('*') ? [`${at} = ${value}`] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => starsIn(one, `${at}[${index}]`));
  if (!isTree(value) || value.Effect === 'Deny') return [];
  return Object.entries(value).flatMap(([key, inner]) => starsIn(inner, at ? `${at}.${key}` : key));
};
