/** `Event name` of the event history, `eventname` of a query. */
export const columnName = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9_]/g, '');

/** Between cells: of CSV, of spreadsheets where a comma is part of numbers, and of what is copied from a table. */
const SEPARATORS = [',', ';', '\t'];

/** What is between the cells of a table of events, by its first line: a column for each field, or one with the whole event. */
export const separatorOf = (header: string): string | undefined =>
  SEPARATORS.find((sign) => {
    const names = header.split(sign).map(columnName);
    const hasFields = names.includes('eventname') && names.includes('eventsource');
    return hasFields || names.some((name) => WHOLE_EVENT.test(name));
  });

const WHOLE_EVENT = /^(?:eventjson|cloudtrailevent|message)$/;
