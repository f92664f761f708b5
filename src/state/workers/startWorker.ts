/** What supervised workers need of the browser. */

let addresses: TrustedPolicy | undefined;

/** Starts a worker of the page's own build. Throws where the browser does not let it. */
export function startWorker(address: string, name: string): Worker {
  addresses ??= window.trustedTypes?.createPolicy('checks', { createScriptURL: (address) => address });
  return new Worker(addresses?.createScriptURL?.(address) ?? address, { type: 'module', name });
}

/** Calls later, and gives a function that cancels. */
export function onceStarted(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
