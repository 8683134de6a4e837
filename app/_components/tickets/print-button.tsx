'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@/app/_components/ui/button';

/** Opens the print dialogue. Only there once it can: without scripts the browser's own menu prints the same page. */
export const PrintButton = ({ children }: { children: ReactNode }) => {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  if (!awake) return null;
  return (
    <Button icon="printer" variant="primary" onClick={() => window.print()}>
      {children}
    </Button>
  );
};
