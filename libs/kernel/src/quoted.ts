/** Words in quotation marks; those of their own become the inner ones: “‘三公’经费”. */
export const quoted = (words: string): string => `“${withInnerQuotes(words)}”`;

/** Words as they stand between quotation marks. */
export const withInnerQuotes = (words: string): string => words.replaceAll('“', '‘').replaceAll('”', '’');
