/** Placeholder until its page lands. */
export default function SettingsPage() {
  return null;
}
