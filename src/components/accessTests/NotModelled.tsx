import { notModelled } from '../../policies/accessTests/notModelled.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { List } from '../common/List.tsx';

/** What a verdict of this page does not take into account. */
export function NotModelled() {
  return (
    <Disclosure label="Not covered by tests">
      <List look="bullets" mt={1} mb={1} small>
        {notModelled.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </List>
    </Disclosure>
  );
}
