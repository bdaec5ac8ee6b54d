/** Some of the values. `undefined` overrides nothing. */
export type Overrides<Values> = { [Name in keyof Values]?: Values[Name] | undefined };

/** The defaults with the overrides over them; the last one wins. An override of `undefined` is none. */
export function withDefaults<Values extends object>(
  defaults: Values,
  ...overrides: (Overrides<Values> | undefined)[]
): Values {
  const merged = { ...defaults };
  for (const override of overrides) {
    for (const name in override) {
      const value = override[name];
      if (value !== undefined) merged[name] = value;
    }
  }
  return merged;
}
