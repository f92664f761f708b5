import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { describeAction } from '../../state/catalog/loadedCatalog.ts';
import { fontMono } from './theme.ts';
import { ForeignText } from './ForeignText.tsx';

const List = styled('dl')({
  margin: '4px 0 4px 8px',
  '& dt': { font: `12px/20px ${fontMono}`, overflowWrap: 'anywhere' },
  '& dd': { margin: '0 0 4px', color: 'var(--ink-2)', maxWidth: '76ch' },
});

interface ActionDescriptionsProps {
  readonly service: string;
  /** Names without their service. */
  readonly actions: readonly string[];
}

/** AWS's own sentence on each action. Loaded when somebody asks for it. */
export function ActionDescriptions({ service, actions }: ActionDescriptionsProps) {
  const names = actions.join(' ');
  const [texts, setTexts] = useState<readonly (string | undefined)[]>();
  useEffect(() => {
    let wanted = true;
    const all = names.split(' ').map((name) => describeAction(`${service}:${name}`));
    Promise.all(all).then(
      (found) => wanted && setTexts(found),
      () => wanted && setTexts([]),
    );
    return () => {
      wanted = false;
    };
  }, [service, names]);
  return (
    <List aria-busy={texts === undefined}>
      {actions.map((name, index) => (
        <div key={name}>
          <dt>
            <ForeignText text={`${service}:${name}`} />
          </dt>
          <dd>{texts === undefined ? 'Loading…' : (texts[index] ?? 'No AWS description available.')}</dd>
        </div>
      ))}
    </List>
  );
}
