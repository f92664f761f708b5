import { useEffect, useState } from 'react';
import { catalog } from '../../state/catalog/loadedCatalog.ts';

/** Day of AWS's data, which the head of a file names; empty until it has loaded. */
export function useDataDay(): string {
  const [day, setDay] = useState('');
  useEffect(() => {
    let wanted = true;
    catalog().then(
      ({ dataDate }) => wanted && setDay(dataDate),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, []);
  return day;
}
