/**
 * The control of a form that a fault is about. Input that is made of a form has parts which no control is called by ("change.tags.0"): what is
 * wrong with them belongs beside the control that asked for it ("tags").
 */
export const controlOf = (path: string, names: ReadonlySet<string>): string =>
  names.has(path) ? path : (path.split('.').find((part) => names.has(part)) ?? path);
