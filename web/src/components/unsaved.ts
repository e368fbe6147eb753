import { type FocusEvent, useRef } from 'react';

type TextInput = HTMLInputElement | HTMLTextAreaElement;

/** Fields in which somebody writes; what is typed to find something, or to prove who one is, is no loss. */
function isText(element: EventTarget): element is TextInput {
  if (element instanceof HTMLTextAreaElement) return true;
  if (!(element instanceof HTMLInputElement) || element.getAttribute('role') === 'combobox') return false;
  return ['text', 'email', 'url', 'tel', 'number'].includes(element.type);
}

/** Remembers what stood in each text field when it was entered, so that a window knows what would be lost. */
export function useUnsaved() {
  const before = useRef(new Map<TextInput, string>());
  return {
    /** To be called for each focus within the window. */
    entered({ target }: FocusEvent): void {
      if (isText(target) && !before.current.has(target)) before.current.set(target, target.value);
    },
    /** The first field, as it was entered, whose text is another now. */
    changed(): TextInput | undefined {
      return [...before.current].find(([field, text]) => field.isConnected && field.value.trim() !== text.trim())?.[0];
    },
  };
}
