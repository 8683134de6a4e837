'use client';

import { useEffect, useState } from 'react';

/** Whether scripts run here: `false` in the page as it came, and for ever without them. */
export const useScripts = (): boolean => {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
};
