/** Placeholder until the import lands. */
export default function ImportDrawer({ onClose: _ }: { onClose: () => void }) {
  return null;
}
