/** Placeholder until its page lands. */
export default function AdjustmentsPage() {
  return null;
}
