/** What went wrong, beside what it went wrong with. */
export const ProblemLine = ({ text }: { readonly text: string | undefined }) => (
  <p class="problem" role="alert">
    {text}
  </p>
);
