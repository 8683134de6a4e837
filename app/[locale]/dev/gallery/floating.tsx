'use client';

import { useState } from 'react';
import { Button } from '@/app/_components/ui/button';
import { Dialog } from '@/app/_components/ui/dialog';
import { ToastRegion, toast } from '@/app/_components/ui/toast';

/** What floats over a page: it needs a hand to be seen. */
export const Floating = () => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <div className="flex flex-wrap gap-3">
      <Button onClick={() => setOpen(true)}>Dialog</Button>
      <Button onClick={() => toast('Toast', { action: { label: 'Undo', run: close } })}>Toast</Button>
      <Dialog
        open={open}
        onClose={close}
        title="Dialog"
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Confirm
            </Button>
          </>
        }
      >
        <p>Escape closes it.</p>
      </Dialog>
      <ToastRegion />
    </div>
  );
};
