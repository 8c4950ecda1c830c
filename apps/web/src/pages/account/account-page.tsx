/** Placeholder until its page lands. */
export default function AccountPage() {
  return null;
}
