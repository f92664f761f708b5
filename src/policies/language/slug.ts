/** `ML platform (Team A)` → `ml-platform-team-a`; empty where no letter or digit is left. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

/** `notebookRole` → `notebook-role`. */
export const kebab = (id: string): string => slug(id.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));
