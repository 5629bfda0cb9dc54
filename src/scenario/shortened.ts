/** Text without blanks around it and of so many characters at most; one that is written as two is never cut in half. */
export const shortened = (text: string, most: number): string =>
  text
    .trim()
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
