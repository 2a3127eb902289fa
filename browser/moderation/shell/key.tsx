import { useDesk } from '../desk.ts';

/** The key that does the same as a button, while keys are on. Assistive technology is told by `aria-keyshortcuts`. */
export const Key = ({ name }: { readonly name: string }) => {
  const { keysOn } = useDesk();
  return keysOn.value ? (
    <span class="key" aria-hidden="true">
      {name}
    </span>
  ) : null;
};
