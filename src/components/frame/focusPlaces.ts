/** Where the focus can go from an element that is gone. */

/** Where a removed element was: between the elements before and after it. */
export interface Place {
  readonly parent: Element;
  readonly before: Element | null;
  readonly after: Element | null;
  /** The removed element, to find the control that opened it. */
  readonly gone: Element;
  /** What was put there at once: more may come between it and what is beside it before the focus is given. */
  readonly replacement?: Element;
}

export const CONTROLS =
  ':is(a[href], button, input, select, textarea, summary, [tabindex]):not([tabindex="-1"], .monaco-editor *)';
/** Buttons that do more than show or hide something. */
const ACTS = 'button:not([aria-expanded], [role])';
const LANDMARKS = 'section, form, main, [role="region"], [role="dialog"]';

/** For an element that is alone in its wrapper: the place of the wrapper. */
export function outermostPlace(from: Place): Place {
  const { parent, before, after } = from;
  const isAlone = [...parent.children].every((child) => child === from.gone || !isSeen(child));
  if (!isAlone || !parent.parentElement || parent.matches(LANDMARKS)) return from;
  return outermostPlace({
    ...from,
    parent: parent.parentElement,
    before: before ?? parent.previousElementSibling,
    after: after ?? parent.nextElementSibling,
  });
}

/**
 * The first control of what took the place or follows, or else the last of what comes before. A button that acts at once is not
 * given the focus, since a second Enter would use it: its item gets the focus, or the heading of its region.
 */
export function neighborOf({ parent, before, after, gone, replacement }: Place): Element | undefined {
  const children = [...parent.children].filter((child) => child !== gone);
  const start = Math.max(0, before ? children.indexOf(before) + 1 : after ? children.indexOf(after) : 0);
  const following = [...(replacement ? [replacement] : []), ...children.slice(start)].flatMap(controlsIn);
  const found = following[0] ?? children.slice(0, start).flatMap(controlsIn).at(-1);
  if (!found?.matches(ACTS)) return found;
  const item = children.find((child) => child !== found && child.contains(found)) ?? parent;
  return item.querySelector(LANDMARKS) ? regionHeading(found) : item;
}

const controlsIn = (node: Element): HTMLElement[] =>
  [node, ...node.querySelectorAll(CONTROLS)].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.matches(CONTROLS) && isUsable(one),
  );

/** The heading of the region, or the region. */
export function regionHeading(parent: Element): HTMLElement | undefined {
  const landmark = parent.closest<HTMLElement>(LANDMARKS);
  if (!landmark) return undefined;
  if (landmark.offsetHeight === 0)
    return landmark.parentElement ? regionHeading(landmark.parentElement) : undefined;
  const headings = [...landmark.querySelectorAll<HTMLElement>('h1, h2, h3, h4')];
  return headings.find(isSeen) ?? landmark;
}

export const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

export const isUsable = (element: HTMLElement): boolean =>
  element.isConnected && isSeen(element) && !element.matches(':disabled');
