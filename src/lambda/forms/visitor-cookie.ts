import type { HttpEvent } from '../http.ts';

const NAME = '__Host-palabre-visitor';
const YEAR_S = 31_536_000;

const cookie = (visitor: string, forS: number) =>
  `${NAME}=${visitor}; Path=/; Max-Age=${forS}; Secure; HttpOnly; SameSite=Lax`;

const valuesIn = ({ cookies = [] }: HttpEvent): readonly string[] =>
  cookies.filter((one) => one.startsWith(`${NAME}=`)).map((one) => one.slice(NAME.length + 1));

/** The visitor's token in a browser's cookie. Two cookies of one name mean that somebody else set one: neither is believed. */
export const visitorCookie = (event: HttpEvent): string | undefined => {
  const values = valuesIn(event);
  return values.length === 1 ? values[0] : undefined;
};

/** The cookie by which a browser is recognised for a year. */
export const rememberVisitor = (visitor: string): string => cookie(visitor, YEAR_S);

/** What takes the cookie away from a browser that has one. */
export const forgetVisitor = (event: HttpEvent): readonly string[] =>
  valuesIn(event).length > 0 ? [cookie('', 0)] : [];
