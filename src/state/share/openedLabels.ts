/** What a change is called that puts a set from elsewhere in the place of the present one. */
export const openedLabels = { link: 'Opened a shared draft', file: 'Opened a file' } as const;
