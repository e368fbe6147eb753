/** Words by explicit identifier. English stands beside each use; another language is a table of the same identifiers. */
type Values = Record<string, string | number>;
let table: Record<string, string> = {};

/** Replaces the language's table. The screens are drawn again by whoever calls this. */
export function setWords(words: Record<string, string>): void {
  table = words;
}

/**
 * The words for `id`. `{name}` is replaced by a value; `{n|objective|objectives}` chooses by the number `n`
 * (more than two forms follow the order of `Intl.PluralRules`: one, two, few, many, other).
 */
export function t(id: string, english: string, values: Values = {}): string {
  return (table[id] ?? english).replace(/\{(\w+)((?:\|[^|}]*)*)\}/g, (whole, name: string, forms: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return forms ? choose(Number(value), forms.slice(1).split('|')) : format(value);
  });
}

function format(value: string | number): string {
  return typeof value === 'number' ? new Intl.NumberFormat(locale()).format(value) : value;
}

function choose(n: number, forms: string[]): string {
  const rules = new Intl.PluralRules(locale());
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) =>
    (rules.resolvedOptions().pluralCategories as string[]).includes(category),
  );
  return forms[order.indexOf(rules.select(n))] ?? forms[forms.length - 1] ?? '';
}

let current = 'en-GB';

/** The person's locale, for words, numbers, dates and money alike. */
export function locale(): string {
  return current;
}

export function setLocale(name: string): void {
  try {
    current = Intl.getCanonicalLocales(name)[0] ?? 'en-GB';
  } catch {
    current = 'en-GB';
  }
  document.documentElement.lang = current.slice(0, 2);
}
