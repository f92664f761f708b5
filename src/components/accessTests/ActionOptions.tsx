import { splitAction } from '../../policies/catalog/lookup.ts';
import { useServices } from '../common/useServices.ts';

const MAX_OPTIONS = 50;

interface ActionOptionsProps {
  readonly id: string;
  readonly typed: string;
}

/** Actions that hold what was typed, of the service that it begins with; SageMaker's while there is none. */
export function ActionOptions({ id, typed }: ActionOptionsProps) {
  const [prefix] = splitAction(typed);
  const service = prefix === '' ? 'sagemaker' : prefix.toLowerCase();
  const services = useServices([service]);
  const words = typed.toLowerCase();
  const actions = services.state === 'ready' ? (services.catalog.service(service)?.actions ?? []) : [];
  return (
    <datalist id={id}>
      {actions
        .filter(({ name }) => name.toLowerCase().includes(words))
        .slice(0, MAX_OPTIONS)
        .map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
    </datalist>
  );
}
