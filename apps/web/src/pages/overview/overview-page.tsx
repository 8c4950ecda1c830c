/** Placeholder until its page lands. */
export default function OverviewPage() {
  return null;
}
