import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';

import { HoverTip } from '../common/HoverTip.tsx';
import { Icon } from '../common/Icon.tsx';

/** Light or dark. Until it is pressed the page follows the system. */
export function SchemeButton() {
  const { colorScheme, setMode } = useColorScheme();
  const next = colorScheme === 'dark' ? 'light' : 'dark';
  return (
    <HoverTip title={`Use ${next} mode`}>
      <IconButton size="small" aria-label={`Use ${next} mode`} onClick={() => setMode(next)}>
        <Icon name={next} />
      </IconButton>
    </HoverTip>
  );
}
