type Root = { stateNode?: { current?: { memoizedState?: { isDehydrated?: boolean } | null } } };

const propertyOf = (target: object, prefix: string): unknown => {
  const key = Object.keys(target).find((name) => name.startsWith(prefix));
  return key && Reflect.get(target, key);
};

/**
 * React knows an element as soon as it has compared it, but while it still waits for a script it may begin again and
 * compare once more: only when the whole page was taken over does nothing come after.
 */
const isHydrated = (element: Element): boolean => {
  const root = propertyOf(document, '__reactContainer$') as Root | undefined;
  const isPending = root?.stateNode?.current?.memoizedState?.isDehydrated === true;
  return !isPending && propertyOf(element, '__reactFiber$') !== undefined;
};

const TRIES = 200;

/**
 * Runs once React has taken over the element. On working pages, changing what React has not compared yet would make it
 * render the page anew; on reading pages there is no React and it runs at once.
 */
export const afterHydration = (element: Element, run: () => void, tries = TRIES): void => {
  const hasFramework = document.querySelector('script[src^="/_next/"]') !== null;
  if (!hasFramework || isHydrated(element) || tries === 0) run();
  else setTimeout(() => afterHydration(element, run, tries - 1), 50);
};
