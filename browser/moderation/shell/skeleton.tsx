import { useDesk } from '../desk.ts';

/** Three rows to be, which show only when loading takes longer than a glance (see the style sheet). */
export const Skeleton = () => (
  <div class="skeleton" role="status">
    <span class="hidden">{useDesk().words.value.frame.loading}</span>
    <i />
    <i />
    <i />
  </div>
);
