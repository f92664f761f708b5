/** Beside the page; the build writes it. */
export const LICENSES = 'licenses.txt';
