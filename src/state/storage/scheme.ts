import { local } from './area.ts';
import { keys, OLD_SCHEME } from './keys.ts';

interface Stored {
  get(otherwise: string): string;
  set(value: string): void;
  subscribe(hear: (value: string | null) => void): () => void;
}

/**
 * Where the library that draws the page keeps light or dark. Only a choice is stored: a tab that hears that it was deleted does not store
 * it again.
 */
export const schemeStorage = ({ key }: { readonly key: string }): Stored => ({
  get: (otherwise) => (key === keys.scheme ? (local.read(key) ?? local.read(OLD_SCHEME)) : null) ?? otherwise,
  set(value) {
    if (key !== keys.scheme || value === 'system') local.remove(key);
    else local.write(key, value);
  },
  subscribe(hear) {
    const listen = (event: StorageEvent) => {
      if (event.key === key || event.key === null) hear(local.read(key));
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  },
});
