let ids = 0;

/** An id that nothing else on the page has, for as long as the page is read. */
export const newId = (): string => `palabre-${++ids}`;

/** What goes when an element begins anew; a link leads to the comments where the script does not run. */
const MADE = 'section.comments, form, :scope > .unread, :scope > a';

/** Leaves an element as it would be without comments and form. */
export const clear = (element: HTMLElement): void => {
  for (const made of element.querySelectorAll(MADE)) made.remove();
};

type Attributes = Readonly<Record<string, string | undefined>>;

/** Tells the page what happened in an element. */
export const tell = (
  element: HTMLElement,
  name: 'loaded' | 'submitted' | 'error',
  detail: Readonly<Record<string, unknown>>,
): void => {
  element.dispatchEvent(new CustomEvent(`comments:${name}`, { bubbles: true, detail }));
};

/** An element with attributes (those undefined are left out) and children; a string becomes text, never markup. */
export const node = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly (Node | string | undefined)[]
): HTMLElementTagNameMap[K] => dressed(document.createElement(name), attributes, children);

/** The same of an element that is made already. */
export const dressed = <E extends Element>(
  made: E,
  attributes: Attributes,
  children: readonly (Node | string | undefined)[],
): E => {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
};

/** Says something in a line, which is brought into view. */
export const say = (said: HTMLElement, sentence: string): void => {
  said.textContent = sentence;
  said.scrollIntoView({ block: 'nearest' });
};
