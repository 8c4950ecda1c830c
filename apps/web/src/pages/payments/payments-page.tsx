/** Placeholder until its page lands. */
export default function PaymentsPage() {
  return null;
}
