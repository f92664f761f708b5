/** What browsers with Trusted Types offer and TypeScript's library does not know yet. */
interface TrustedRules {
  createHTML?(input: string, ...args: unknown[]): string | null | undefined;
  createScript?(input: string, ...args: unknown[]): string | null | undefined;
  createScriptURL?(input: string, ...args: unknown[]): string | null | undefined;
}

interface TrustedPolicy {
  readonly name: string;
  createHTML?(input: string): string;
  createScript?(input: string): string;
  createScriptURL?(input: string): string;
}

interface Window {
  readonly trustedTypes?: {
    createPolicy(name: string, rules?: TrustedRules): TrustedPolicy;
  };
}
