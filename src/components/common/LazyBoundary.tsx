import { Component, type ReactNode } from 'react';

interface LazyBoundaryProps {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
  onFailure?(error: unknown): void;
}

/** Shows the fallback when a part that is loaded on demand does not arrive or fails; the rest of the page goes on. */
export class LazyBoundary extends Component<LazyBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure?.(error);
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
