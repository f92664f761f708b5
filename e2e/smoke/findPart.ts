import { computeAccessibleName, getRole } from 'dom-accessibility-api';

/** Runs in the page: the first element in view with this role whose accessible name matches. Firefox's protocol finds whole names only. */
export function findPart(role: string, source: string, flags: string): Element | undefined {
  const name = new RegExp(source, flags);
  const plain = (text: string) =>
    text
      .replaceAll(/[\u200b\u2060]/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  return [...document.querySelectorAll('*')].find(
    (element) =>
      getRole(element) === role &&
      element.checkVisibility({ visibilityProperty: true }) &&
      name.test(plain(computeAccessibleName(element))),
  );
}
