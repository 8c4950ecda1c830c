/** Placeholder until its page lands. */
export default function AuditPage() {
  return null;
}
