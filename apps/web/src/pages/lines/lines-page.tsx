/** Placeholder until its page lands. */
export default function LinesPage() {
  return null;
}
