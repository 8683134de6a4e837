import { Callout } from '@/app/_components/ui/callout';
import type { Flash } from './flash';
import { usePhrase } from './use-phrase';

/** What is wrong with the form as a whole, above its fields. */
export const FormMessage = ({ flash }: { flash: Flash | null }) => {
  const say = usePhrase();
  return flash ? (
    <Callout tone="danger" role="alert">
      <p>{say(flash.message)}</p>
    </Callout>
  ) : null;
};
