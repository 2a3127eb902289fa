import { useSignal } from '@preact/signals';
import { useDesk } from '../desk.ts';

/** A time as people say it; pressed, the exact one by the site's clock. */
export const Moment = ({ at }: { readonly at: string }) => {
  const { times, now } = useDesk();
  const isExact = useSignal(false);
  const exact = times.value.exact(at);
  return (
    <button
      type="button"
      class="moment"
      title={exact}
      onClick={() => {
        isExact.value = !isExact.value;
      }}
    >
      <time dateTime={at}>{isExact.value ? exact : times.value.ago(at, now.value)}</time>
    </button>
  );
};
