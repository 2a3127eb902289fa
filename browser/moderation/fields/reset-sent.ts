/** Empties a form of what was sent, unless something else was typed since. @returns whether it did */
export const resetSent = (form: HTMLFormElement, sent: FormData): boolean => {
  const isSent = JSON.stringify([...new FormData(form)]) === JSON.stringify([...sent]);
  if (isSent) form.reset();
  return isSent;
};
