import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useDesk } from '../desk.ts';

/** Turns members' ids into their names; an id that is nobody's on the team stays as it is. */
export const useTeamNames = (): ((id: string) => string) => {
  const { calls } = useDesk();
  const names = useSignal<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const fetchNames = async () => {
      const answer = await calls.members();
      if (answer.isOk) names.value = new Map(answer.reply.members.map(({ id, name }) => [id, name]));
    };
    void fetchNames();
  }, []);
  return (id) => names.value.get(id) ?? id;
};
