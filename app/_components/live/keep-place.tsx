'use client';

import { Component } from 'react';

const isField = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement || element instanceof HTMLSelectElement;

type Snapshot = { field: HTMLElement; top: number } | null;

/**
 * Keeps the field one is in where it is on the screen while what stands above it grows: browsers do so only once a page is
 * scrolled, and some never. A class, since nothing else is told of the moment before React changes the page. `drawn` is
 * new each time that the page is.
 */
export class KeepPlace extends Component<{ drawn: unknown }> {
  override shouldComponentUpdate(next: { drawn: unknown }): boolean {
    return next.drawn !== this.props.drawn;
  }

  override getSnapshotBeforeUpdate(): Snapshot {
    const field = document.activeElement;
    return isField(field) ? { field, top: field.getBoundingClientRect().top } : null;
  }

  override componentDidUpdate(_: { drawn: unknown }, __: object, before: Snapshot): void {
    if (!before?.field.isConnected) return;
    const moved = before.field.getBoundingClientRect().top - before.top;
    // At once, whatever the style sheet says of scrolling: nobody is to see it.
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  }

  override render() {
    return null;
  }
}
