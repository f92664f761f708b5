/** Version of the page, as files that it writes name it. A test holds it against `package.json`. */
export const PAGE_VERSION = '0.1.0';
