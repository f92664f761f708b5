import {
  CONTROLS,
  isSeen,
  isUsable,
  regionHeading,
  neighborOf,
  outermostPlace,
  type Place,
} from '../components/frame/focusPlaces.ts';

/** As many controls as can lie between a dialog of a dialog and what opened the first. */
const REMEMBERED = 12;

/** The control that has the focus or had it when it vanished; nothing once the reader left it. */
let lastFocused: HTMLElement | null = null;
/** Where it was, once it is out of the page. */
let place: Place | null = null;
/** What had the focus, the latest first. */
let past: readonly HTMLElement[] = [];
let settling = false;

/**
 * From now on a control that vanishes or is disabled by its own use hands the focus on, where nothing else has taken it: to what
 * opened it, to what took its place, to the next or the previous thing of its list, to the heading of its region, or to what had
 * the focus before. A reader at the keyboard is never sent to the top of the page. `focusedBefore`: what had the focus last, before
 * this file was loaded; it may have vanished since.
 */
export function startFocusKeeping(focusedBefore: EventTarget | null): void {
  document.addEventListener('focusin', ({ target }) => remember(target), true);
  document.addEventListener('focusout', settleSoon, true);
  new MutationObserver((records) => {
    if (records.filter(noteRecord).length === 0) return;
    noteReplacement(records);
    settleSoon();
  }).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'style'],
  });
  remember(focusedBefore);
  settleSoon();
}

function remember(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement) || target === document.body) return;
  lastFocused = target;
  place = null;
  past = [target, ...past.filter((one) => one !== target && one.isConnected)].slice(0, REMEMBERED);
}

/** Whether a change of the page concerns the control; notes where it was taken from. */
function noteRecord({ type, target, removedNodes, previousSibling, nextSibling }: MutationRecord): boolean {
  const lost = place?.parent ?? lastFocused;
  if (lost === null) return false;
  if (type === 'attributes') return target.contains(lost);
  const gone = [...removedNodes].find((node) => node.contains(lost));
  if (!(gone instanceof Element) || !(target instanceof Element)) return false;
  place = {
    parent: target,
    before: elementFrom(previousSibling, -1),
    after: elementFrom(nextSibling, 1),
    gone,
  };
  return true;
}

/** What was added in one go with the removal, at its place. */
function noteReplacement(records: readonly MutationRecord[]): void {
  if (place === null) return;
  const { parent, before, after } = place;
  const replacement = records
    .filter(({ target }) => target === parent)
    .flatMap(({ addedNodes }) => [...addedNodes])
    .find(
      (node) =>
        node instanceof Element &&
        node.parentElement === parent &&
        (node.previousElementSibling === before || node.nextElementSibling === after),
    );
  if (replacement instanceof Element) place = { ...place, replacement };
}

function elementFrom(node: Node | null, step: 1 | -1): Element | null {
  let at = node;
  while (at && !(at instanceof Element)) at = step === 1 ? at.nextSibling : at.previousSibling;
  return at;
}

/** Once whatever places the focus itself has done so. */
function settleSoon(): void {
  if (settling || lastFocused === null) return;
  settling = true;
  setTimeout(settle, 0);
}

function settle(): void {
  settling = false;
  const { activeElement } = document;
  const isNowhere = activeElement === null || activeElement === document.body;
  if (lastFocused === null || (!isNowhere && (activeElement !== lastFocused || isUsable(lastFocused))))
    return;
  const isBack = isUsable(lastFocused);
  // Left by the reader, or put elsewhere in the page.
  const target = isBack ? place && lastFocused : (successorOf(placeOf(lastFocused)) ?? visibleHalf());
  lastFocused = null;
  if (target instanceof HTMLElement) giveFocus(target);
}

/** A place of what is still in the page, but hidden or disabled: that of the outermost element that cannot be seen. */
function placeOf(lost: HTMLElement): Place {
  if (place) return place;
  let gone: Element = lost;
  while (gone.parentElement && !isSeen(gone.parentElement)) gone = gone.parentElement;
  return {
    parent: gone.parentElement ?? document.body,
    before: gone.previousElementSibling,
    after: gone.nextElementSibling,
    gone,
  };
}

function successorOf(from: Place): Element | undefined {
  const earlier = past.find(isUsable);
  const opener = openerOf(from.gone);
  if (opener) return opener;
  if (from.parent === document.body || isHidden(from.gone)) return earlier ?? regionHeading(from.parent);
  return neighborOf(outermostPlace(from)) ?? regionHeading(from.parent) ?? earlier;
}

/** After the only notice was dismissed before anything else had the focus. */
const visibleHalf = (): Element | undefined => [...document.querySelectorAll('form, main')].find(isSeen);

const isHidden = (gone: Element): boolean => gone.isConnected && !isSeen(gone);

/** The control whose `aria-controls` names the removed element or something in it. */
function openerOf(gone: Element): HTMLElement | undefined {
  const openers = [...document.querySelectorAll<HTMLElement>('[aria-controls]')];
  return openers.find((opener) => {
    const id = CSS.escape(opener.getAttribute('aria-controls') ?? '');
    return id !== '' && isUsable(opener) && (gone.matches(`#${id}`) || gone.querySelector(`#${id}`) !== null);
  });
}

function giveFocus(target: HTMLElement): void {
  if (!target.matches(CONTROLS) && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}
