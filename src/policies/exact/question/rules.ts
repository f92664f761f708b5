/**
 * Whose rules count where the two differ. `documents`: those of `compareExact`, in which a condition key has one kind of value.
 * `layers`: those of `simulate`, in which a value is a text, which may be empty, and which each operator reads for itself.
 */
export type Rules = 'documents' | 'layers';
