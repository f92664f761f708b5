import { styled } from '@mui/material/styles';
import { notModelled } from '../../policies/accessTests/notModelled.ts';
import { Disclosure } from '../common/Disclosure.tsx';

const List = styled('ul')({ margin: '4px 0', paddingLeft: 20, fontSize: 13, maxWidth: '76ch' });

/** What a verdict of this page does not take into account. */
export function NotModelled() {
  return (
    <Disclosure label="What is not modelled">
      <List>
        {notModelled.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </List>
    </Disclosure>
  );
}
